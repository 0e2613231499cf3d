package uk.thinkuknow.identity.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/** Shows auditors whether the audit's chain of hashes is unbroken, and checks it on request. */
@Path("/audit/chain")
@RolesAllowed({Role.AUDITOR, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class AuditChainResource {
    private final AuditCheck check;
    private final Flash flash;

    AuditChainResource(AuditCheck check, Flash flash) {
        this.check = check;
        this.flash = flash;
    }

    /** The page with the result of the last check. */
    @CheckedTemplate(basePath = "identity/audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuditChainPage(@Nullable Checked last) implements TemplateInstance {}

    /**
     * The last check, as the page shows it.
     *
     * @param hash the hash at the end of the chain, in hexadecimal
     */
    record Checked(
            String when,
            String entry,
            String hash,
            @Nullable String problem) {}

    @GET
    public TemplateInstance show() {
        return new AuditChainPage(check.last()
                .map(last -> new Checked(
                        London.inWords(last.at()),
                        String.valueOf(last.entry()),
                        HexFormat.of().formatHex(last.hash()),
                        last.problem()))
                .orElse(null));
    }

    @POST
    @Path("/check")
    public Response check() {
        check.check();
        return flash.seeOther("/audit/chain", Words.of("audit.checked"));
    }
}
