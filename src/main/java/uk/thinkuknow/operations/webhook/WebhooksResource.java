package uk.thinkuknow.operations.webhook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.MenuEntry;

/** The administrators' pages for webhooks: list, calls, secrets, test and removal. */
@Path("/webhooks")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SYSTEM, words = "menu.webhooks", place = 1250, roles = Role.ADMINISTRATOR)
class WebhooksResource {
    private final WebhookService webhooks;
    private final Flash flash;

    WebhooksResource(WebhookService webhooks, Flash flash) {
        this.webhooks = webhooks;
        this.flash = flash;
    }

    /** The page of all webhooks, with the form for a new one. */
    @CheckedTemplate(basePath = "operations/webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhooksPage(List<WebhookService.Line> systems, NewWebhook form) implements TemplateInstance {}

    /** The form for a new webhook: what was typed, and what is wrong with it. */
    record NewWebhook(String name, String address, List<FormError> errors) {
        /** What is wrong with a field; null if nothing is. */
        public @Nullable String error(String field) {
            return FormError.of(errors, field);
        }
    }

    /** The page of one webhook. */
    @CheckedTemplate(basePath = "operations/webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookPage(
            WebhookService.WebhookDetails told, @Nullable String problem) implements TemplateInstance {}

    /** The only page that ever shows a secret. */
    @CheckedTemplate(basePath = "operations/webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecretPage(WebhookService.Secret made) implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        return new WebhooksPage(webhooks.list(), new NewWebhook("", "", List.of()));
    }

    @POST
    public Response add(@RestForm @Nullable String name, @RestForm @Nullable String address) {
        try {
            return Response.ok(new SecretPage(webhooks.add(typed(name), typed(address))))
                    .build();
        } catch (Refused e) {
            var field = e.code().equals("webhook.nameNeeded") ? "name" : "address";
            var form = new NewWebhook(typed(name), typed(address), List.of(new FormError(field, e.why())));
            return Flash.again(new WebhooksPage(webhooks.list(), form));
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        return new WebhookPage(webhooks.show(id), null);
    }

    @POST
    @Path("/{id}/secret")
    public TemplateInstance newSecret(@RestPath String id) {
        return new SecretPage(webhooks.newSecret(id));
    }

    @POST
    @Path("/{id}/ping")
    public Response ping(@RestPath String id) {
        return done(id, () -> webhooks.ping(id), "webhook.testGoesOut");
    }

    @POST
    @Path("/{id}/calls/{call}/again")
    public Response again(@RestPath String id, @RestPath String call) {
        return done(id, () -> webhooks.again(id, call), "webhook.callGoesOut");
    }

    @POST
    @Path("/{id}/turn")
    public Response turn(@RestPath String id, @RestForm @Nullable String on) {
        boolean wanted = "yes".equals(on);
        return done(id, () -> webhooks.turn(id, wanted), wanted ? "webhook.switchedOn" : "webhook.switchedOff");
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@RestPath String id) {
        webhooks.remove(id);
        return flash.seeOther("/webhooks", Words.of("webhook.removed"));
    }

    private Response done(String id, Runnable act, String sentence) {
        try {
            act.run();
            return flash.seeOther("/webhooks/" + id, Words.of(sentence));
        } catch (Refused e) {
            return Flash.again(new WebhookPage(webhooks.show(id), e.why()));
        }
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
