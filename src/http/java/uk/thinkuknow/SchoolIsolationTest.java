package uk.thinkuknow;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that nobody reaches another school's data. Teachers, safeguarding leads, trainers and managers whom {@link
 * AccessMatrixTest} permits request each route with another school's ids. Each page without an id is opened in one of
 * these roles, or in all with {@code TRY_ALL}, and searched for names and ids of another school. A new route fails
 * until the table below says what its ids name.
 */
@QuarkusTest
class SchoolIsolationTest {
    /**
     * What the ids in a route name; the longest matching start of a route counts. After a hyphen: why it belongs to no
     * school.
     */
    private static final String KINDS = """
            /schools/{id}                   - everyone who signs in may know which schools exist
            /schools/{id}/classes           school class
            /schools/{id}/held              school
            /schools/{id}/days              school
            /schools/{id}/days/{span}       school span
            /schools/{id}/roll              school
            /holidays/{key}                 authority
            /holidays/{key}/{id}            authority holiday
            /schools/imports/{id}           - a register of all schools
            /reach/regions/{key}            region
            /reach/authorities/{key}        authority
            /reach/schools/{id}             school
            /reach/sessions/{id}            signed
            /targets/proposals/{id}         proposal
            /trainers/{id}                  - trainers come to every school
            /training/                      - training is for professionals of everywhere
            /training-places/{id}           - the address is the key, which only its owner gets by email
            /badges/                        - anyone who is shown a certificate may check it
            /availability/days/{number}     - a trainer's own day, by its number on their page
            /claims/{id}                    claim
            /people/{id}                    person
            /people/invitations/{id}        invitation
            /invitations/{key}              - the address is the key, which only the invited person gets by email
            /accounts/                      - administrators keep all accounts
            /my-schools/{id}                school
            /classes/{id}                   class
            /classes/{id}/groups/{group}    class group
            /classes/roll-over/{id}         roll-over
            /worries/{id}                   worry
            /catch-up/classes/{id}          class
            /missing-returns/{session}      missing
            /returns-to-confirm/{session}   session
            /bookings/{id}                  booking
            /sessions/{id}                  session
            /sessions/{id}/seats/{seat}     session seat
            /sessions/{id}/with/{other}     session session
            /figure-check/{id}              question
            /periods/{id}                   - figures of all schools, without a school's name
            /figures/{period}               - opened to everyone
            /studio/                        - lessons are every school's
            /modules/{key}                  - lessons are every school's
            /withdrawals/{id}               - a lesson is withdrawn in an area or everywhere, in no school alone
            /calendar/feeds/{secret}        - the address is the key
            /letters/{id}                   - administrators see to all letters
            /webhooks/{id}                  - administrators see to all of them
            /retention/{rule}               - a rule for everybody
            /safeguards/{key}               - what the installation promises
            /years/                         - the dates of a nation, for all its schools
            """;

    /** Roles for the whole programme: everything that the policy lets them open may be of any school. */
    private static final Set<String> EVERYWHERE = Set.of("administrator", "auditor", "reviewer");

    private static final Pattern PART = Pattern.compile("\\{[^}]+}");

    @Inject
    GivenFullSchools given;

    private final Map<StaffBrowser, StaffBrowser.Opened> pages = new HashMap<>();

    @Test
    void theTableSaysWhatTheIdsOfEveryRouteName() {
        var unsaid = AccessMatrixTest.table().keySet().stream()
                .filter(route -> route.contains("{") && kindsOf(route).isEmpty())
                .toList();
        assertEquals(List.of(), unsaid);
    }

    @Test
    void aRequestWithAnotherSchoolsIdIsNotFound() {
        var ours = given.school();
        var theirs = given.school();
        var open = new TreeSet<String>();
        int tried = 0;
        for (var row : AccessMatrixTest.table().entrySet()) {
            var route = row.getKey();
            for (var role : roles(row.getValue())) {
                for (var attempt : attempts(route, role, ours, theirs)) {
                    tried++;
                    int status = status(attempt, route.startsWith("POST"), theirs.id("school"));
                    if (status != 404) {
                        open.add(route + " answers " + status + " to another school's " + role);
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), open);
        assertTrue(tried > 200, "" + tried);
    }

    @Test
    void noPageWithoutAnIdShowsANameOrIdOfAnotherSchool() {
        var ours = given.school();
        var theirs = given.school();
        var read = new TreeSet<String>();
        AccessMatrixTest.table().forEach((route, allowed) -> {
            if (route.startsWith("GET ") && !route.contains("{")) {
                for (var role : TestSample.pick(route, roles(allowed))) {
                    for (var user : ours.people().get(role)) {
                        var page = user.get(route.substring(4).strip());
                        assertTrue(page.statusCode() < 500, route);
                        var text = page.asString();
                        theirs.words().stream()
                                .filter(text::contains)
                                .forEach(word -> read.add(route + " shows " + word + " to another school's " + role));
                    }
                }
            }
        });
        assertEquals(new TreeSet<>(), read);
    }

    /** Guards the other tests: each id must be of something that exists. */
    @Test
    void theOwnerOfEachKindOfThingCanOpenAPageOfIt() {
        var ours = given.school();
        var opened = new TreeMap<String, Boolean>();
        AccessMatrixTest.table().keySet().stream()
                .filter(route -> route.startsWith("GET ") && route.contains("{"))
                .forEach(route -> {
                    var kinds = kindsOf(route);
                    if (!kinds.getFirst().equals("-") && !opened.getOrDefault(kinds.getLast(), false)) {
                        var owner = ours.things().get(kinds.getLast()).owner();
                        int status = owner.get(path(route, kinds, ours) + "?school=" + ours.id("school"))
                                .statusCode();
                        opened.put(kinds.getLast(), status != 404 && status != 403);
                    }
                });
        opened.values().removeIf(isOpen -> isOpen);
        assertEquals(Map.of(), opened);
    }

    private static List<String> roles(String allowed) {
        return List.of("teacher", "dsl", "trainer", "manager").stream()
                .filter(role -> allowed.equals("**")
                        || Arrays.asList(allowed.split(",")).contains(role))
                .filter(role -> !EVERYWHERE.contains(role))
                .toList();
    }

    /** The kinds of things that a route names, or only a hyphen; empty if the table does not say. */
    static List<String> kindsOf(String route) {
        return KINDS.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> route.substring(route.indexOf(' ')).strip().startsWith(words[0]))
                .max(Comparator.comparingInt(words -> words[0].length()))
                .map(words ->
                        words[1].equals("-") ? List.of("-") : List.of(words).subList(1, words.length))
                .orElse(List.of());
    }

    /** A request that a user sends with ids of another school. */
    private record Attempt(StaffBrowser user, String path) {}

    /**
     * The requests to try: all ids of the route are another school's; if it has two, also the own school's first id
     * with another school's second one.
     */
    private static List<Attempt> attempts(
            String route, String role, GivenFullSchools.FullSchool ours, GivenFullSchools.FullSchool theirs) {
        var kinds = kindsOf(route);
        if (!route.contains("{") || kinds.isEmpty() || kinds.getFirst().equals("-")) {
            return List.of();
        }
        var attempts = new ArrayList<Attempt>();
        ours.people().get(role).forEach(user -> attempts.add(new Attempt(user, path(route, kinds, theirs))));
        if (kinds.size() > 1 && role.equals("teacher")) {
            var own = path(route, kinds.subList(0, 1), ours);
            attempts.add(
                    new Attempt(ours.things().get(kinds.getFirst()).owner(), path(own, kinds.subList(1, 2), theirs)));
        }
        return attempts;
    }

    static String path(String route, List<String> kinds, GivenFullSchools.FullSchool of) {
        var path = route.substring(route.indexOf(' ') + 1).strip();
        for (var kind : kinds) {
            path = PART.matcher(path).replaceFirst(of.id(kind));
        }
        return path;
    }

    private int status(Attempt attempt, boolean sends, String theirSchool) {
        var user = attempt.user();
        return sends
                ? user.send(
                                pages.computeIfAbsent(user, any -> user.open("/training")),
                                attempt.path(),
                                "school",
                                theirSchool)
                        .statusCode()
                : user.get(attempt.path() + "?school=" + theirSchool).statusCode();
    }
}
