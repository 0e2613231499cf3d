package uk.thinkuknow.web.internals;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.ext.web.client.WebClientOptions;

/** Puts a TLS configuration on a client. */
public final class ClientTls {
    private ClientTls() {}

    public static void configure(WebClientOptions options, TlsConfiguration tls) {
        TlsConfigUtils.configure(options, tls);
    }
}
