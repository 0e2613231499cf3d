package uk.thinkuknow.web.internals;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.ext.web.client.WebClientOptions;

/** Applies a named TLS configuration to an HTTP client. */
public final class ClientTls {
    private ClientTls() {}

    public static void configure(WebClientOptions options, TlsConfiguration tls) {
        TlsConfigUtils.configure(options, tls);
    }
}
