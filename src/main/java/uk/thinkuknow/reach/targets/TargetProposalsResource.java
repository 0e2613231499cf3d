package uk.thinkuknow.reach.targets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.TextFields;

/** Lists proposals for targets and lets the second manager approve or refuse them, or the proposer take them back. */
@Path("/targets/proposals")
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
class TargetProposalsResource {
    private static final int UNPROCESSABLE = 422;
    private static final int A_PAGE = 20;

    private final TargetApproval approval;
    private final TargetProposalPages pages;
    private final Flash flash;

    TargetProposalsResource(TargetApproval approval, TargetProposalPages pages, Flash flash) {
        this.approval = approval;
        this.pages = pages;
        this.flash = flash;
    }

    /** The list of proposals. */
    @CheckedTemplate(basePath = "reach/targets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TargetProposalsPage(List<TargetProposalPages.ProposalRow> rows, boolean all, Pages pages)
            implements TemplateInstance {}

    /** The position in the list of proposals, with the links to newer and older ones. */
    record Pages(int page, int of, boolean all) {
        public @Nullable String before() {
            return page > 1 ? href(page - 1) : null;
        }

        public @Nullable String after() {
            return page < of ? href(page + 1) : null;
        }

        private String href(int number) {
            return "/targets/proposals?page=" + number + (all ? "&show=all" : "");
        }
    }

    /** A proposal with the form for the decision. */
    @CheckedTemplate(basePath = "reach/targets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TargetProposalPage(TargetProposalPages.ProposalView proposal, List<FormError> errors, String why)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String show, @RestQuery @Nullable Integer page) {
        var all = "all".equals(show);
        long found = approval.count(!all);
        int number = page == null ? 1 : Math.clamp(page, 1, 10_000);
        var rows =
                approval.page(!all, number - 1, A_PAGE).stream().map(pages::row).toList();
        return new TargetProposalsPage(
                rows, all, new Pages(number, Math.max(1, (int) ((found + A_PAGE - 1) / A_PAGE)), all));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        return page(id, List.of(), "");
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed(Role.MANAGER)
    public Response approve(@PathParam("id") String id, @RestForm List<String> change) {
        return decided(id, "", Words.of("targets.approved"), () -> approval.approve(id, chosen(change)));
    }

    @POST
    @Path("{id}/refuse")
    @RolesAllowed(Role.MANAGER)
    public Response refuse(@PathParam("id") String id, @RestForm List<String> change, @RestForm @Nullable String why) {
        var reason = why == null ? "" : why;
        return decided(id, reason, Words.of("targets.refused"), () -> approval.refuse(id, chosen(change), reason));
    }

    @POST
    @Path("{id}/take-back")
    @RolesAllowed(Role.MANAGER)
    public Response takeBack(@PathParam("id") String id, @RestForm List<String> change) {
        return decided(id, "", Words.of("targets.takenBack"), () -> approval.takeBack(id, chosen(change)));
    }

    private Response decided(String id, String why, String said, Runnable decision) {
        try {
            decision.run();
            return flash.seeOther("/targets/proposals/" + id, said);
        } catch (Refused e) {
            return Response.status(UNPROCESSABLE)
                    .entity(page(id, List.of(new FormError("decision", e.why())), why))
                    .build();
        }
    }

    private TargetProposalPage page(String id, List<FormError> errors, String why) {
        return new TargetProposalPage(pages.proposal(approval.proposal(id)), errors, why);
    }

    private static Set<Long> chosen(List<String> changes) {
        return changes.stream()
                .filter(each -> each.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }
}
