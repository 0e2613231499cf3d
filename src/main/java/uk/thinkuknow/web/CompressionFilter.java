package uk.thinkuknow.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Compresses staff pages of a thousand characters or more with gzip, if the browser accepts it. Children's pages and
 * answers are cached in compressed form, or are too small to gain.
 */
class CompressionFilter {
    private static final int WORTH_IT = 1000;

    @ServerResponseFilter(priority = 0)
    void compress(ContainerResponseContext response, HttpServerRequest request) {
        if (!(response.getEntity() instanceof String page)
                || page.length() < WORTH_IT
                || !MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            return;
        }
        var headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var accepts = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepts != null && accepts.contains("gzip")) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setEntity(
                    Gzip.of(page.getBytes(StandardCharsets.UTF_8)),
                    null,
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }
}
