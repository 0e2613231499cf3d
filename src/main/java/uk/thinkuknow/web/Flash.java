package uk.thinkuknow.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Passes a message to the next page, which shows it once; for example that a form was saved. A short-lived cookie
 * carries the message.
 */
@Singleton
@Unremovable
public class Flash {
    private static final int SECONDS = 60;
    private static final int UNPROCESSABLE = 422;
    private static final String FAILED = "!";

    private final boolean https;

    Flash(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        https = "https".equals(address.getScheme());
    }

    /**
     * The message as the next page shows it.
     *
     * @param failed true if the action was not done
     */
    record Message(String sentence, boolean failed) {}

    /** Redirects to a page of this site that shows the message. */
    public Response seeOther(String path, String sentence) {
        return send(path, sentence);
    }

    /** Redirects to a page of this site that shows the message as a warning: the action was not done. */
    public Response seeOtherNotDone(String path, String sentence) {
        return send(path, FAILED + sentence);
    }

    /** Shows a form again with its errors, as status 422. */
    public static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private Response send(String path, String sentence) {
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(sentence.getBytes(StandardCharsets.UTF_8));
        return Response.seeOther(URI.create(path))
                .cookie(new NewCookie.Builder(name())
                        .value(value)
                        .path("/")
                        .maxAge(SECONDS)
                        .secure(https)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    /** Reads the message of this request and deletes its cookie. */
    @Nullable
    Message read(CurrentVertxRequest request) {
        var context = request.getCurrent();
        var sent = context == null ? null : context.request().getCookie(name());
        if (context == null || sent == null || context.response().headWritten()) {
            return null;
        }
        var gone = Cookie.cookie(name(), "")
                .setPath("/")
                .setMaxAge(0)
                .setHttpOnly(true)
                .setSecure(https);
        context.response().addCookie(gone);
        var text = text(sent.getValue());
        return text == null
                ? null
                : text.startsWith(FAILED)
                        ? new Message(text.substring(FAILED.length()), true)
                        : new Message(text, false);
    }

    private static @Nullable String text(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String name() {
        return https ? "__Host-flash" : "flash";
    }

    /** Makes {@code {flash:said}} available to templates. */
    @TemplateExtension(namespace = "flash")
    static class OnPages {
        private OnPages() {}

        static @Nullable Message said() {
            var container = Arc.container();
            if (!container.requestContext().isActive()) {
                return null;
            }
            return container
                    .instance(Flash.class)
                    .get()
                    .read(container.instance(CurrentVertxRequest.class).get());
        }
    }
}
