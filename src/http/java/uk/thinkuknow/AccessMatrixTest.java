package uk.thinkuknow;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.join.ClassroomApi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks who may use each route. The table below is the policy: a route that is missing from it fails the test. Each
 * route is requested over HTTP by every role that its line does not name, and by one that it names, or by all of these
 * with {@code TRY_ALL}.
 */
@QuarkusTest
class AccessMatrixTest {
    private static final List<String> ROLES =
            List.of("teacher", "trainer", "dsl", "manager", "administrator", "auditor", "reviewer");

    /** The route, then its roles: "all" needs no sign-in, "**" needs an account with any role or none. */
    private static final String POLICY = """
            GET  /schools                             administrator,auditor,dsl,manager,teacher,trainer
            GET  /schools/{id}                        administrator,auditor,dsl,manager,teacher,trainer
            POST /schools/{id}/classes/{class}/send   manager
            GET  /schools/{id}/held                   administrator,dsl,teacher
            GET  /schools/{id}/held/ods               administrator,dsl,teacher
            GET  /schools/{id}/held/json              administrator,dsl,teacher
            GET  /schools/{id}/days                   administrator,dsl,manager,teacher
            POST /schools/{id}/days                   dsl,manager,teacher
            POST /schools/{id}/days/{span}/remove     dsl,manager,teacher
            GET  /schools/{id}/roll                   manager
            POST /schools/{id}/roll                   manager
            GET  /holidays                            manager
            GET  /holidays/{key}                      manager
            POST /holidays/{key}                      manager
            POST /holidays/{key}/copy                 manager
            POST /holidays/{key}/clear                manager
            POST /holidays/{key}/paste                manager
            POST /holidays/{key}/{id}                 manager
            POST /holidays/{key}/{id}/remove          manager
            GET  /schools/imports                     manager
            GET  /schools/imports/csv                 manager
            POST /schools/imports                     manager
            GET  /schools/imports/{id}                manager
            POST /schools/imports/{id}/take-in        manager
            POST /schools/imports/{id}/drop           manager
            POST /schools/imports/{id}/undo           manager
            GET  /api/reach                           auditor,manager
            GET  /reach                               auditor,manager
            GET  /reach/csv                           auditor,manager
            GET  /reach/between/csv                   auditor,manager
            GET  /reach/between/json                  auditor,manager
            GET  /reach/between/ods                   auditor,manager
            GET  /reach/lines/csv                     auditor,manager
            GET  /reach/between                       auditor,manager
            GET  /reach/regions/{key}                 auditor,manager
            GET  /reach/authorities/{key}             auditor,manager
            GET  /reach/schools/{id}                  auditor,manager
            GET  /reach/sessions/{id}                 auditor,manager
            GET  /coverage                            auditor,manager
            GET  /coverage/tables.csv                 auditor,manager
            GET  /coverage/tables.ods                 auditor,manager
            GET  /coverage/schools                    auditor,manager
            GET  /coverage/schools.csv                auditor,manager
            GET  /coverage/next                       auditor,manager
            GET  /coverage/leavers                    auditor,manager
            GET  /outcomes                            auditor,manager
            GET  /outcomes/tables.csv                 auditor,manager
            GET  /outcomes/tables.ods                 auditor,manager
            GET  /targets                             auditor,manager
            POST /targets                             manager
            GET  /targets/csv                         auditor,manager
            GET  /targets/history                     auditor,manager
            GET  /targets/paste                       manager
            POST /targets/paste                       manager
            GET  /targets/proposals                   auditor,manager
            GET  /targets/proposals/{id}              auditor,manager
            POST /targets/proposals/{id}/approve      manager
            POST /targets/proposals/{id}/refuse       manager
            POST /targets/proposals/{id}/take-back    manager
            GET  /how-we-count                        all
            GET  /trainers                            manager
            GET  /trainers/csv                        manager
            GET  /trainers/{id}                       manager
            POST /trainers/{id}/accreditations        manager
            POST /trainers/{id}/accreditations/{number}/withdraw manager
            POST /trainers/{id}/suspend               manager
            POST /trainers/{id}/lift                  manager
            GET  /training                            **
            POST /training                            manager
            GET  /training/new                        manager
            GET  /training/past                       auditor,manager
            GET  /training/trained                    auditor,manager
            GET  /training/people                     auditor,manager
            GET  /training/people/{person}            auditor,manager
            GET  /training/{id}                       **
            POST /training/{id}/book                  **
            POST /training/{id}/give-up               **
            GET  /training/{id}/change                manager
            POST /training/{id}/change                manager
            POST /training/{id}/cancel                manager
            GET  /training/{id}/people                auditor,manager,trainer
            POST /training/{id}/people                manager,trainer
            POST /training/{id}/people/{place}/give-up manager,trainer
            POST /training/{id}/people/{place}/revoke manager
            POST /training/{id}/attendance            manager,trainer
            POST /training/{id}/attendance/confirm    manager
            GET  /training-places                     all
            POST /training-places                     all
            GET  /training-places/{id}                all
            POST /training-places/{id}/give-up        all
            GET  /badges                              all
            POST /badges/check                        all
            GET  /badges/{id}                         all
            GET  /badges/{id}/status                  all
            GET  /badges/{id}/credential.jwt          all
            GET  /badges/{id}/certificate.pdf         all
            GET  /badges/issuer                       all
            GET  /badges/issuer/keys                  all
            GET  /badges/issuer/keys/{key}            all
            GET  /badges/issuer/revoked/{list}        all
            GET  /badges/achievements/{event}         all
            GET  /availability                        trainer
            POST /availability/terms                  trainer
            POST /availability/week                   trainer
            POST /availability/away                   trainer
            POST /availability/extra                  trainer
            POST /availability/days/{number}/take-back trainer
            POST /availability/days/{number}/put-back trainer
            GET  /                                    all
            GET  /staff                               **
            GET  /claim                               **
            POST /claim                               **
            POST /claim/take-back                     **
            GET  /claims                              administrator,manager
            POST /claims/{id}/approve                 administrator,manager,teacher
            POST /claims/{id}/refuse                  administrator,manager,teacher
            GET  /people                              administrator,dsl,manager,teacher
            GET  /people/{id}                         administrator,dsl,manager,teacher
            POST /people/{id}/part                    administrator,dsl,manager,teacher
            POST /people/{id}/end                     administrator,dsl,manager,teacher
            POST /people/leads                        administrator,dsl,manager,teacher
            POST /people/domains                      administrator,dsl,manager,teacher
            POST /people/domains/remove               administrator,dsl,manager,teacher
            POST /people/invitations                  administrator,dsl,manager,teacher
            POST /people/invitations/{id}/withdraw    administrator,dsl,manager,teacher
            GET  /invitations                         all
            POST /invitations                         all
            GET  /invitations/{key}                   all
            POST /invitations/{key}/new-account       all
            GET  /invitations/{key}/mine              **
            POST /invitations/{key}/mine              **
            GET  /accounts                            administrator
            POST /accounts/try-again                  administrator
            POST /accounts/invitations                administrator
            POST /accounts/invitations/{id}/withdraw  administrator
            GET  /accounts/{id}                       administrator
            POST /accounts/{id}/roles                 administrator
            POST /accounts/{id}/area                  administrator
            POST /accounts/{id}/schools               administrator
            POST /accounts/{id}/erase                 administrator
            POST /accounts/{id}/disable               administrator
            POST /accounts/{id}/enable                administrator
            GET  /audit                               administrator,auditor,manager
            GET  /audit/chain                         administrator,auditor
            POST /audit/chain/check                   administrator,auditor
            GET  /audit/csv                           administrator,auditor,manager
            GET  /my-schools                          dsl,teacher
            POST /my-schools/{id}/work-here           dsl,teacher
            GET  /classes                             teacher
            POST /classes                             teacher
            GET  /classes/new                         teacher
            GET  /classes/from-a-list                 teacher
            POST /classes/from-a-list/check           teacher
            POST /classes/from-a-list/create          teacher
            GET  /classes/{id}                        teacher
            GET  /classes/{id}/change                 teacher
            POST /classes/{id}/change                 teacher
            POST /classes/{id}/remove                 teacher
            GET  /classes/{id}/list                   teacher
            POST /classes/{id}/cards                  teacher
            POST /classes/{id}/cards/retire           teacher
            POST /classes/{id}/cards/put-back         teacher
            POST /classes/{id}/groups                 teacher
            GET  /classes/roll-over                   teacher
            POST /classes/roll-over/check             teacher
            POST /classes/roll-over/apply             teacher
            POST /classes/roll-over/{id}/undo         teacher
            POST /classes/roll-over/{id}/lists-destroyed teacher
            GET  /classes/groups/new                  teacher
            POST /classes/groups                      teacher
            GET  /classes/{id}/groups/{group}         teacher
            POST /classes/{id}/groups/{group}/change  teacher
            POST /classes/{id}/groups/{group}/remove  teacher
            GET  /classes/{id}/cards.pdf              teacher
            GET  /classes/{id}/card.pdf               teacher
            GET  /classes/{id}/list.pdf               teacher
            GET  /help                                all
            GET  /help/privacy                        all
            GET  /help/button.svg                     all
            GET  /get-help-button                     **
            GET  /lesson                              all
            POST /api/classroom                       all
            POST /api/classroom/seats                 all
            DELETE /api/classroom/seats               all
            POST /api/progress                        all
            GET  /api/room                            all
            GET  /api/worry                           all
            POST /api/worry                           all
            GET  /worries                             dsl
            GET  /worries/{id}                        dsl
            POST /worries/{id}/open                   dsl
            POST /worries/{id}/take                   dsl
            POST /worries/{id}/note                   dsl
            POST /worries/{id}/swapped                dsl
            POST /worries/{id}/close                  dsl
            POST /worries/{id}/reopen                 dsl
            GET  /worries/contact                     dsl,teacher
            POST /worries/contact                     dsl,teacher
            GET  /worry-counts                        manager
            GET  /accessibility                       all
            GET  /components                          all
            GET  /components/csv                      all
            GET  /privacy                             all
            GET  /signed-out                          all
            GET  /.well-known/security.txt            all
            GET  /stream-check                        all
            GET  /signed-in                           **
            GET  /sign-in                             all
            POST /sign-in                             all
            GET  /sign-in-state                       all
            GET  /another-account                     all
            GET  /sign-in-again                       **
            POST /sign-in-again                       **
            GET  /sign-out                            all
            POST /sign-out                            **
            GET  /catch-up                            teacher
            GET  /catch-up/classes/{id}               teacher
            POST /catch-up/start                      teacher
            GET  /missing-returns                     manager
            POST /missing-returns/{session}/remind    manager
            GET  /missing-returns/csv                 manager
            GET  /missing-returns/reminders           manager
            POST /missing-returns/reminders           manager
            GET  /bookings/{id}/pack.pdf              dsl,teacher,trainer
            GET  /bookings                            dsl,manager,teacher,trainer
            GET  /bookings/new                        teacher
            POST /bookings                            teacher
            GET  /bookings/{id}                       dsl,manager,teacher,trainer
            GET  /bookings/{id}/change                teacher
            POST /bookings/{id}/change                teacher
            POST /bookings/{id}/tell-lead             dsl,teacher
            POST /bookings/{id}/lesson                teacher,trainer
            POST /bookings/{id}/move                  teacher,trainer
            POST /bookings/{id}/hand-over             dsl,teacher
            POST /bookings/{id}/cancel                dsl,manager,teacher
            POST /bookings/{id}/decline               manager
            POST /bookings/{id}/offer-again           manager
            POST /bookings/{id}/nobody-came           teacher,trainer
            POST /bookings/{id}/start                 teacher,trainer
            POST /bookings/{id}/accept                trainer
            POST /bookings/{id}/decline-offer         trainer
            POST /bookings/{id}/give-back             trainer
            POST /bookings/{id}/ask-colleague         trainer
            GET  /sessions                            teacher
            GET  /sessions/new                        teacher
            POST /sessions/start                      teacher
            GET  /sessions/past                       teacher
            POST /sessions/past                       teacher
            POST /sessions/{id}/end                   teacher,trainer
            GET  /sessions/{id}/mistake               teacher,trainer
            POST /sessions/{id}/cancel                teacher,trainer
            GET  /sessions/{id}                       teacher,trainer
            GET  /sessions/{id}/progress              teacher,trainer
            GET  /sessions/{id}/result                teacher,trainer
            GET  /sessions/{id}/certificate.pdf       teacher,trainer
            GET  /sessions/{id}/what-we-learned.pdf   teacher,trainer
            GET  /sessions/{id}/projector             teacher,trainer
            POST /sessions/{id}/sharing               teacher,trainer
            POST /sessions/{id}/pause                 teacher,trainer
            POST /sessions/{id}/go-to                 teacher,trainer
            POST /sessions/{id}/show-answer           teacher,trainer
            POST /sessions/{id}/lock                  teacher,trainer
            POST /sessions/{id}/door/let-in           teacher,trainer
            POST /sessions/{id}/seats/free            teacher,trainer
            POST /sessions/{id}/classes/add           teacher,trainer
            POST /sessions/{id}/hands                 teacher,trainer
            POST /sessions/{id}/heads                 teacher,trainer
            POST /sessions/{id}/card/free             teacher,trainer
            POST /sessions/{id}/card/move             teacher,trainer
            GET  /sessions/{id}/with/{other}          teacher,trainer
            POST /sessions/{id}/with/{other}/pause    teacher,trainer
            POST /sessions/{id}/seats/{seat}/let-through teacher,trainer
            POST /sessions/{id}/seats/{seat}/refuse   teacher,trainer
            GET  /sessions/{id}/register              teacher,trainer
            POST /sessions/{id}/register              teacher,trainer
            POST /sessions/{id}/register/sign         teacher,trainer
            GET  /sessions/{id}/signer                dsl,manager,teacher,trainer
            POST /sessions/{id}/hand-over             dsl,manager,teacher,trainer
            GET  /sessions/{id}/return                teacher,trainer
            POST /sessions/{id}/return/take-back      teacher,trainer
            POST /sessions/{id}/return/amend          teacher,trainer
            POST /sessions/{id}/return/leave          teacher,trainer
            POST /sessions/{id}/return/confirm        teacher
            POST /sessions/{id}/return/send-back      teacher
            GET  /sessions/{id}/withdrawal            dsl,manager,teacher,trainer
            POST /sessions/{id}/withdrawal            dsl,manager,teacher,trainer
            GET  /sessions/{id}/change                dsl,manager,teacher,trainer
            POST /sessions/{id}/change/sign           dsl,manager,teacher,trainer
            POST /sessions/{id}/change/refuse         dsl,manager,teacher,trainer
            POST /sessions/{id}/change/give-up        dsl,manager,teacher,trainer
            GET  /return-changes                      manager
            GET  /returns-to-confirm                  auditor,dsl,manager,teacher
            POST /returns-to-confirm/confirm          dsl,manager,teacher
            GET  /returns-to-confirm/{session}        auditor,dsl,manager,teacher,trainer
            POST /returns-to-confirm/{session}/answer dsl,manager,teacher
            POST /returns-to-confirm/{session}/note   teacher,trainer
            GET  /paper-registers                     manager,teacher
            POST /paper-registers                     manager,teacher
            GET  /paper-registers/template.csv        manager,teacher
            POST /paper-registers/check               manager,teacher
            POST /paper-registers/more                manager,teacher
            POST /paper-registers/file                manager,teacher
            GET  /figure-check                        auditor,manager
            GET  /figure-check/{id}                   dsl,teacher
            POST /figure-check/{id}                   dsl,teacher
            GET  /periods                                   administrator,auditor,manager
            GET  /periods/csv                               administrator,auditor,manager
            GET  /periods/new                               manager
            POST /periods                                   manager
            GET  /periods/{id}                              administrator,auditor,manager
            POST /periods/{id}/decide                       manager
            POST /periods/{id}/derive                       auditor,manager
            POST /periods/{id}/look                         manager
            POST /periods/{id}/briefs                       manager
            GET  /periods/{id}/briefs/{number}              administrator,auditor,manager
            GET  /periods/{id}/briefs/{number}/brief.pdf    administrator,auditor,manager
            GET  /periods/{id}/briefs/{number}/tables.ods   administrator,auditor,manager
            GET  /periods/{id}/briefs/{number}/tables.csv   administrator,auditor,manager
            GET  /periods/{id}/briefs/{number}/figures.json administrator,auditor,manager
            GET  /studio                                    administrator,manager,reviewer,trainer
            GET  /studio/new                                administrator,manager,trainer
            POST /studio/drafts                             administrator,manager,trainer
            POST /studio/modules/{key}/next                 administrator,manager,trainer
            GET  /studio/drafts/{id}                        administrator,manager,reviewer,trainer
            GET  /studio/drafts/{id}/lesson                 administrator,manager,reviewer,trainer
            GET  /studio/drafts/{id}/steps/{step}           administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/lesson                 administrator,manager,trainer
            POST /studio/drafts/{id}/steps/{step}           administrator,manager,trainer
            POST /studio/drafts/{id}/steps                  administrator,manager,trainer
            POST /studio/drafts/{id}/steps/{step}/move      administrator,manager,trainer
            POST /studio/drafts/{id}/steps/{step}/duplicate administrator,manager,trainer
            POST /studio/drafts/{id}/steps/{step}/delete    administrator,manager,trainer
            POST /studio/drafts/{id}/go-back                administrator,manager,trainer
            POST /studio/drafts/{id}/discard                administrator,manager,trainer
            POST /studio/drafts/{id}/restore                administrator,manager,trainer
            GET  /studio/drafts/{id}/play                   administrator,manager,reviewer,trainer
            GET  /studio/drafts/{id}/steps/{step}/tablet    administrator,manager,reviewer,trainer
            GET  /studio/drafts/{id}/steps/{step}/wall      administrator,manager,reviewer,trainer
            GET  /studio/drafts/{id}/files/{folder}/{name}  administrator,manager,reviewer,trainer
            GET  /studio/drafts/{id}/files                  administrator,manager,reviewer,trainer
            POST /studio/files                              administrator,manager,trainer
            POST /studio/drafts/{id}/files/remove           administrator,manager,trainer
            GET  /studio/drafts/{id}/library                administrator,manager,trainer
            POST /studio/drafts/{id}/library                administrator,manager,trainer
            POST /studio/drafts/{id}/credits                administrator,manager,trainer
            GET  /studio/drafts/{id}/welsh                  administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/welsh                  administrator,manager,trainer
            POST /studio/drafts/{id}/welsh/go-back          administrator,manager,trainer
            GET  /studio/drafts/{id}/review                 administrator,manager,reviewer,trainer
            GET  /studio/drafts/{id}/history                administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/send                   administrator,manager,trainer
            POST /studio/drafts/{id}/take-back              administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/decide                 reviewer
            POST /studio/drafts/{id}/pass-on                reviewer
            POST /studio/drafts/{id}/comments               administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/comments/{comment}/answer administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/comments/{comment}/resolve administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/comments/{comment}/reopen administrator,manager,reviewer,trainer
            POST /studio/drafts/{id}/publish                administrator,manager
            GET  /studio/import                             administrator,manager,trainer
            POST /studio/imports                            administrator,manager,trainer
            GET  /studio/drafts/{id}/lesson.zip             administrator,manager,trainer
            GET  /studio/modules/{key}                      administrator,manager,trainer
            GET  /studio/modules/{key}/lesson.zip           administrator,manager,trainer
            GET  /studio/modules/{key}/qti.zip              administrator,manager,trainer
            GET  /studio/modules/{key}/scorm.zip            administrator,manager,trainer
            GET  /studio/modules/{key}/questions.csv        administrator,manager,trainer
            GET  /modules/{key}/try                   administrator,manager,teacher,trainer
            GET  /calendar                            dsl,manager,teacher,trainer
            GET  /calendar/feed                       dsl,teacher,trainer
            POST /calendar/feed                       dsl,teacher,trainer
            POST /calendar/feed/end                   dsl,teacher,trainer
            GET  /calendar/feeds/{secret}.ics         all
            GET  /letters                             administrator
            POST /letters/send-again                  administrator
            POST /letters/{id}/send-again             administrator
            GET  /public-figures                      administrator
            POST /public-figures                      administrator
            GET  /figures                             all
            GET  /figures/{period}                    all
            GET  /figures/{period}/tables.csv         all
            GET  /figures/{period}/tables.ods         all
            GET  /figures/{period}/figures.json       all
            GET  /how-we-count/columns                all
            GET  /system                              administrator
            GET  /years                               administrator
            GET  /years/{nation}/next                 administrator
            GET  /years/{nation}/{year}               administrator
            POST /years/{nation}/{year}/add           administrator
            POST /years/{nation}/{year}/change        administrator
            POST /years/{nation}/{year}/remove        administrator
            GET  /years/bands                         administrator
            POST /years/bands/change                  administrator
            POST /years/bands/undo                    administrator
            GET  /webhooks                            administrator
            POST /webhooks                            administrator
            GET  /webhooks/{id}                       administrator
            POST /webhooks/{id}/secret                administrator
            POST /webhooks/{id}/ping                  administrator
            POST /webhooks/{id}/calls/{call}/again    administrator
            POST /webhooks/{id}/turn                  administrator
            POST /webhooks/{id}/remove                administrator
            GET  /impact-assessment                   administrator,dsl
            GET  /retention                           administrator,auditor
            POST /retention/{rule}/run                administrator
            GET  /safeguards                          administrator
            POST /safeguards/{key}/record             administrator
            GET  /modules                             administrator,manager,teacher,trainer
            GET  /modules/{key}                       administrator,manager,teacher,trainer
            GET  /modules/{key}/paper.pdf             administrator,manager,teacher,trainer
            GET  /welsh                               administrator
            POST /welsh/drafts                        administrator
            POST /welsh/review                        administrator
            GET  /modules/{key}/questions             administrator,manager,trainer
            GET  /modules/{key}/questions/csv         administrator,manager,trainer
            GET  /modules/{key}/versions              administrator,manager,reviewer,teacher,trainer
            GET  /modules/{key}/welsh                 administrator,manager,teacher,trainer
            POST /modules/{key}/welsh/review          administrator
            POST /modules/{key}/review                administrator
            POST /modules/{key}/withdraw              administrator,manager
            GET  /withdrawals                         administrator,manager,reviewer
            POST /withdrawals/{id}/keep               administrator,manager,reviewer
            POST /withdrawals/{id}/restore            administrator,manager,reviewer
            GET  /modules/{key}/steps                 administrator,manager
            POST /modules/{key}/steps/withdraw        administrator,manager
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI address;

    @Inject
    ClassroomApi classroom;

    @Test
    void theTableHasEveryRouteWithItsRoles() {
        var routes = declared();
        classroom.routes().forEach(route -> routes.put(route, "all"));
        assertEquals(table(), routes);
    }

    @Test
    void aRouteNotOpenToAllRefusesRequestsWithoutASignInAndRolesThatItsLineDoesNotName() {
        var let = new ConcurrentSkipListSet<String>();
        var closed = table().entrySet().stream()
                .filter(row -> !row.getValue().equals("all"))
                .toList();
        AtOnce.each(closed, row -> {
            var route = row.getKey();
            var allowed = row.getValue();
            if (status(route, null) != 401) {
                let.add(route + " lets in anyone");
            }
            var refused = ROLES.stream().filter(role -> !lets(allowed, role)).toList();
            for (var role : TestSample.pick(route, refused)) {
                if (status(route, "someone " + role) != 403) {
                    let.add(route + " lets in a " + role);
                }
            }
            return route;
        });
        assertEquals(new TreeSet<>(), let);
    }

    @Test
    void aRouteLetsInARoleThatItsLineNames() {
        table().forEach((route, allowed) -> {
            var named = ROLES.stream().filter(role -> lets(allowed, role)).toList();
            for (var role : TestSample.pick(route, named)) {
                var status = status(route, "someone " + role);
                assertTrue(status != 401 && status != 403, route + " answers " + status + " to a " + role);
            }
        });
    }

    /**
     * Only what is the same for everybody may be kept, and only what anybody may read and no cookie changes may another
     * site's page read. A page of the studio has the preview in a frame. With the id "none" no other public file is found.
     */
    @Test
    void eachAnswerSaysWhoMayKeepItFrameItAndReadItFromAnotherSite() {
        var kept = new TreeSet<String>();
        var framed = new TreeSet<String>();
        var read = new TreeSet<String>();
        table().forEach((route, allowed) -> {
            var headers = answer(request(route, someone(allowed)).header("Origin", "https://evil.example"))
                    .headers();
            if (!headers.firstValue("Cache-Control").orElse("").contains("no-store")) {
                kept.add(route);
            }
            var policy = headers.firstValue("Content-Security-Policy").orElse("");
            var frames = route.matches("[A-Z]+ +/studio/.*") ? "'self'" : "'none'";
            if (!policy.matches(".*; frame-ancestors " + frames + ";.*")) {
                framed.add(route + " has " + policy);
            }
            if (headers.map().keySet().stream().anyMatch(name -> name.startsWith("access-control-"))) {
                read.add(route);
            }
        });
        assertEquals(
                Set.of(
                        "GET /",
                        "GET /help",
                        "GET /help/button.svg",
                        "GET /help/privacy",
                        "GET /figures",
                        "GET /figures/{period}",
                        "GET /figures/{period}/tables.csv",
                        "GET /figures/{period}/tables.ods",
                        "GET /figures/{period}/figures.json"),
                kept);
        assertEquals(Set.of(), framed);
        assertEquals(Set.of("GET /badges/issuer", "GET /badges/issuer/keys"), read);
    }

    /** A name that is sent as it is could end the header, or have another ending than its file. */
    @Test
    void eachTextSaysHowItIsEncodedAndEachFileHasAPlainName() {
        var wrong = new TreeSet<String>();
        var files = new TreeSet<String>();
        table().forEach((route, allowed) -> {
            if (route.startsWith("GET ")) {
                var headers = answer(request(route, someone(allowed))).headers();
                var type = headers.firstValue("Content-Type").orElse("");
                if (type.matches("(?i)(text/|[^;]*[+/]xml).*") && !type.matches("(?i)[^;]+; ?charset=utf-8")) {
                    wrong.add(route + " is " + type);
                }
                headers.firstValue("Content-Disposition").ifPresent(named -> {
                    files.add(route);
                    if (!named.matches("(attachment|inline); filename=\"[A-Za-z0-9-]+\\.[a-z]+\"")) {
                        wrong.add(route + " sends " + named);
                    }
                });
            }
        });
        assertEquals(new TreeSet<>(), wrong);
        assertTrue(files.size() > 9, files.toString());
    }

    private static String someone(String allowed) {
        return "someone "
                + ROLES.stream().filter(role -> lets(allowed, role)).findFirst().orElse("teacher");
    }

    private static boolean lets(String allowed, String role) {
        return allowed.equals("**") || List.of(allowed.split(",")).contains(role);
    }

    /** Uses the JDK's own client for thousands of small requests; it costs a tenth of the client of the other tests. */
    private int status(String route, @Nullable String who) {
        return answer(request(route, who)).statusCode();
    }

    private HttpRequest.Builder request(String route, @Nullable String who) {
        var words = route.split(" ");
        var request = HttpRequest.newBuilder(address.resolve(words[1].replaceAll("\\{[^}]+}", "none")));
        if (who != null) {
            request.header(TestIdentity.HEADER, who);
        }
        if (words[0].equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return request.method(words[0], HttpRequest.BodyPublishers.noBody());
    }

    /** Asks again, at most three times, if the server turns the call away because the machine is busy. */
    private HttpResponse<Void> answer(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            for (int tried = 1; tried <= 3 && answer.statusCode() == 503; tried++) {
                Thread.sleep(1000);
                answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            }
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request.build().uri().toString(), e);
        }
    }

    /** Each route with the roles that may use it. */
    static TreeMap<String, String> table() {
        var table = new TreeMap<String, String>();
        POLICY.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var words = line.trim().split("\\s+");
            table.put(words[0] + " " + words[1], words[2]);
        });
        return table;
    }

    private static TreeMap<String, String> declared() {
        var routes = new TreeMap<String, String>();
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .forEach(method ->
                        verbOf(method).ifPresent(verb -> routes.put(verb + " " + pathOf(method), rolesOf(method))));
        return routes;
    }

    private static Optional<String> verbOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation -> said(annotation.annotationType(), HttpMethod.class).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String pathOf(Method method) {
        var own = said(method, Path.class).map(Path::value).orElse("");
        var path =
                ("/" + method.getDeclaringClass().getAnnotation(Path.class).value() + "/" + own).replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String rolesOf(Method method) {
        var owner = method.getDeclaringClass();
        if (method.isAnnotationPresent(PermitAll.class)) {
            return "all";
        }
        var roles = said(method, RolesAllowed.class).or(() -> said(owner, RolesAllowed.class));
        if (roles.isPresent()) {
            return String.join(",", Arrays.stream(roles.get().value()).sorted().toList());
        }
        return owner.isAnnotationPresent(PermitAll.class) ? "all" : "nothing is said";
    }

    private static <A extends Annotation> Optional<A> said(AnnotatedElement of, Class<A> type) {
        return Optional.ofNullable(of.getAnnotation(type));
    }
}
