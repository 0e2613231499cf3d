package uk.thinkuknow.web;

import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.random.RandomGenerator;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.shared.Refused;

/** Turns what went wrong into a page that says what to do next: never a stack, a statement or a hint of what exists. */
class Problems {
    private final RandomGenerator random;

    Problems(RandomGenerator random) {
        this.random = random;
    }

    /** The page of an error. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProblemPage(String title, String text) implements TemplateInstance {}

    @ServerExceptionMapper
    Response notFound(NotFound e) {
        return page(404, "Page not found", "The address may be mistyped, or the page may belong to another school.");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return page(403, "This page is not for your account", "Your sign-in works, but has no part in this page.");
    }

    /** Nobody could be asked who this is: sign-in itself cannot be reached, or is still starting. */
    @ServerResponseFilter
    void notSignedIn(ContainerResponseContext response, ContainerRequestContext request) {
        if (response.getStatus() == 401 && !request.getUriInfo().getPath().startsWith("/api/")) {
            var page = new ProblemPage(
                    "Sign-in cannot be reached",
                    "It may still be starting: try this page again in half a minute. Lessons in progress go on without it.");
            response.setEntity(page.render(), null, MediaType.TEXT_HTML_TYPE);
        }
    }

    /** Someone signed in asks for a page while Keycloak is still starting. */
    @ServerExceptionMapper
    Response noSignIn(OIDCException e) {
        return Response.status(401).build();
    }

    /** A form without its token, or one that is out of date, is turned away before it reaches a page of ours. */
    @ServerResponseFilter
    void formOutOfDate(ContainerResponseContext response, ContainerRequestContext request) {
        if (response.getStatus() == 400
                && !response.hasEntity()
                && !request.getUriInfo().getPath().startsWith("/api/")) {
            var page = new ProblemPage(
                    "This form is out of date",
                    "Nothing was stored. Open the page again and send the form from there.");
            response.setEntity(page.render(), null, MediaType.TEXT_HTML_TYPE);
        }
    }

    @ServerExceptionMapper
    Response refused(Refused e) {
        return page(409, "That cannot be done yet", e.why());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 -> notFound(new NotFound());
            case 400 -> page(400, "The form could not be read", "Go back, reload the page and send it again.");
            case 405 -> page(405, "Page not found", "This address only takes forms. Start again from your home page.");
            default -> status >= 500 ? unexpected(e) : e.getResponse();
        };
    }

    @ServerExceptionMapper
    Response unexpected(Exception e) {
        var reference = PublicId.draw(random);
        Log.errorf(e, "unexpected, reference %s", reference);
        return page(
                500,
                "Something went wrong",
                "Nothing you typed was stored. Try again; if it happens again, tell us this reference: " + reference);
    }

    private static Response page(int status, String title, String text) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(new ProblemPage(title, text).render())
                .build();
    }
}
