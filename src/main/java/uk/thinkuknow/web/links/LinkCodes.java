package uk.thinkuknow.web.links;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the code of a link from an email in a cookie until the browser is closed, so that no address has it: not those
 * of the pages behind the link, and not the one that a sign-in leads back to.
 */
@Singleton
public class LinkCodes {
    /** The segment of a path that says that the code is in the cookie. */
    public static final String KEPT = "open";

    private static final Pattern BEFORE_CODE = Pattern.compile("(?s)^.*[#/]");

    private final boolean https;

    LinkCodes(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        https = "https".equals(address.getScheme());
    }

    /**
     * Keeps the code that was sent, and leads to its page.
     *
     * @param base the path of the pages of such links, such as {@code /invitations}
     * @param sent the code, or the whole link
     */
    public Response keep(String base, @Nullable String sent) {
        var code = BEFORE_CODE.matcher(sent == null ? "" : sent.strip()).replaceFirst("");
        return Response.seeOther(URI.create(base + "/" + KEPT))
                .cookie(new NewCookie.Builder(name(base))
                        .value(code.replaceAll("[^A-Za-z0-9_-]", ""))
                        .path("/")
                        .httpOnly(true)
                        .secure(https)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    /**
     * The code of a request.
     *
     * @param inPath {@link #KEPT}, or the code itself in a link that was sent before codes came behind the #
     */
    public String of(String base, String inPath, HttpHeaders headers) {
        if (!inPath.equals(KEPT)) {
            return inPath;
        }
        var kept = headers.getCookies().get(name(base));
        return kept == null ? "" : kept.getValue();
    }

    private String name(String base) {
        return (https ? "__Host-" : "") + base.substring(1);
    }
}
