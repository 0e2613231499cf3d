package uk.thinkuknow.operations.system;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.LoopbackNames;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;

/**
 * Gives the figures of the management port to other machines only if they show the certificate of Prometheus, of the
 * installation's own authority. Health, which says yes or no, is open to those who can reach the port.
 */
@Singleton
class MetricsGuard {
    private static final String READER = "CN=prometheus";
    private static final int FORBIDDEN = 403;

    private final SecurityLog log;

    MetricsGuard(SecurityLog log) {
        this.log = log;
    }

    void guard(
            @Observes ManagementInterface management, @ConfigProperty(name = "quarkus.management.host") String host) {
        if (!LoopbackNames.contains(host)) {
            guard(
                    management.router(),
                    sender -> log.record(
                            Attempt.ROLE,
                            sender,
                            sender + ", who has not shown the certificate of Prometheus, asked for figures"));
        }
    }

    /** @param refused hears the address of who may not read */
    static void guard(Router router, Consumer<String> refused) {
        router.route("/q/metrics*").order(Integer.MIN_VALUE).handler(context -> {
            if (mayRead(context.request())) {
                context.next();
            } else {
                refused.accept(context.request().remoteAddress().hostAddress());
                context.response().setStatusCode(FORBIDDEN).end();
            }
        });
    }

    /** Whether the sender showed the certificate; TLS has checked whose authority signed it. */
    private static boolean mayRead(HttpServerRequest request) {
        try {
            return request.isSSL()
                    && request.sslSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    && shown.getSubjectX500Principal().getName().equals(READER);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }
}
