package uk.thinkuknow.courses.training;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.pdf.PdfRenderer;

/** Serves the public pages of certificates: state, file, printable sheet, and a form to check a file. */
@Path("/badges")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@PathTraits(Trait.WITHOUT_SIGN_IN)
@TextFields(ofLines = "text")
class BadgesResource {
    private static final int GONE = 410;

    private final BadgeService badges;
    private final OpenBadgeSigner credentials;
    private final PdfRenderer paper;
    private final Clock clock;

    BadgesResource(BadgeService badges, OpenBadgeSigner credentials, PdfRenderer paper, Clock clock) {
        this.badges = badges;
        this.credentials = credentials;
        this.paper = paper;
        this.clock = clock;
    }

    /**
     * The page on which everyone can check the file of a certificate.
     *
     * @param checked result of the check; null before anything was submitted
     */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BadgeCheckPage(String text, @Nullable FileCheckResult checked) implements TemplateInstance {}

    /** A check's result as the page shows it; {@code view} is null if the file is not one of our certificates. */
    record FileCheckResult(@Nullable CertificateView view) {}

    /** The public page of a certificate. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BadgePage(CertificateView view) implements TemplateInstance {}

    /**
     * A certificate as its page shows it.
     *
     * @param file whether the holder's file can be downloaded
     */
    record CertificateView(String id, CertificateState stands, String holder, String title, When when, boolean file) {}

    /** The certificate's state: tag, colour of the tag, sentence. */
    record CertificateState(String tag, String tone, String sentence) {}

    /** When the event was and who led it, and the certificate's first and last day. */
    record When(String event, String ledBy, String issued, String until) {}

    /** The certificate as a sheet to print. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AttendanceCertificateSheet(CertificateView view, String address) implements TemplateInstance {}

    @GET
    public TemplateInstance form() {
        return new BadgeCheckPage("", null);
    }

    @POST
    @Path("/check")
    public TemplateInstance check(@RestForm @Nullable String text) {
        var typed = text == null ? "" : text;
        var shown = badges.check(typed).shown();
        return new BadgeCheckPage(typed, new FileCheckResult(shown == null ? null : view(shown)));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return new BadgePage(view(badges.shown(id)));
    }

    /** The certificate's state as JSON: valid, expired, or revoked with the reason. */
    @GET
    @Path("/{id}/status")
    @Produces(MediaType.WILDCARD)
    public Response status(@PathParam("id") PublicId id) {
        var badge = badges.shown(id).badge();
        var status = new LinkedHashMap<String, Object>();
        status.put("id", credentials.page("/badges/" + id));
        status.put("status", badge.stateAt(clock.instant()).name().toLowerCase(Locale.ROOT));
        status.put("validFrom", badge.issuedAt().toString());
        status.put("validUntil", badge.expiresAt().toString());
        var reason = badge.reason();
        if (reason != null) {
            status.put("revokedAt", String.valueOf(badge.revokedAt()));
            status.put("reason", reason.key());
        }
        return BadgeIssuerResource.open(status, MediaType.APPLICATION_JSON);
    }

    /** The signed credential, for the holder to keep and pass on. */
    @GET
    @Path("/{id}/credential.jwt")
    @Produces(MediaType.WILDCARD)
    public Response credential(@PathParam("id") PublicId id) {
        return badges.credential(id)
                .map(token -> BadgeIssuerResource.open(token, MediaType.TEXT_PLAIN))
                .orElseGet(() -> Response.status(GONE)
                        .type(MediaType.TEXT_PLAIN)
                        .entity(Words.of("training.noFile") + "\n")
                        .build());
    }

    @GET
    @Path("/{id}/certificate.pdf")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response certificate(@PathParam("id") PublicId id) {
        var shown = badges.shown(id);
        if (shown.person().isErased() || shown.badge().isRevoked()) {
            throw new NotFound();
        }
        var sheet = new AttendanceCertificateSheet(view(shown), credentials.page("/badges/" + id));
        return paper.answer("certificate-" + id + ".pdf", paper.keptPdf(sheet.setLocale("en")));
    }

    private CertificateView view(BadgeService.CertificateDetails shown) {
        var badge = shown.badge();
        return new CertificateView(
                badge.publicId().value(),
                stands(badge),
                shown.person().isErased() ? "" : shown.person().name(),
                shown.event().title(),
                new When(
                        shown.event().when(),
                        shown.ledBy(),
                        TextFormat.day(badge.issuedAt()),
                        TextFormat.day(badge.expiresAt())),
                !shown.person().isErased() && !badge.isRevoked());
    }

    private CertificateState stands(Badge badge) {
        var reason = badge.reason();
        var at = badge.revokedAt();
        return switch (badge.stateAt(clock.instant())) {
            case VALID -> new CertificateState(Words.of("training.valid"), "green", Words.of("training.validText"));
            case EXPIRED ->
                new CertificateState(Words.of("training.expired"), "grey", Words.of("training.expiredText"));
            case REVOKED ->
                new CertificateState(
                        Words.of("training.revoked"),
                        "red",
                        Words.of(
                                "training.revokedText",
                                at == null ? "" : TextFormat.day(at),
                                reason == null ? "" : reason.words()));
        };
    }
}
