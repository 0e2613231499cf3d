package uk.thinkuknow.operations.system;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.common.SecurityLogMinute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests who reads the figures, with the certificates that {@code scripts/secrets} makes. */
class MetricsGuardTest {
    @TempDir
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private int port;

    @BeforeAll
    static void makeCertificates() throws Exception {
        for (var authority : List.of("own", "foreign")) {
            var made = new ProcessBuilder(
                            "scripts/secrets", "certificates", "--mine", "--to", "" + folder.resolve(authority))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals(0, made.waitFor());
        }
    }

    @BeforeEach
    void serve() throws Exception {
        serve(router -> MetricsGuard.guard(router, refused::add));
    }

    private void serve(Consumer<Router> guard) throws Exception {
        var router = Router.router(vertx);
        router.route().handler(context -> context.end("figures"));
        guard.accept(router);
        port = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(certificate("own/application"))
                        .setTrustOptions(trusted())
                        .setClientAuth(ClientAuth.REQUEST))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void onlyTheCertificateOfPrometheusReadsTheFigures() throws Exception {
        var prometheus = client().setKeyCertOptions(certificate("own/prometheus"));
        var keycloak = client().setKeyCertOptions(certificate("own/keycloak"));
        for (var path : List.of("/q/metrics", "/q/metrics/", "/q/metrics/base", "/q/%6Detrics", "/q/./metrics")) {
            assertEquals(200, asked(prometheus, path), path);
            assertEquals(403, asked(keycloak, path), path);
            assertEquals(403, asked(client(), path), path);
        }
        assertEquals(Collections.nCopies(10, "127.0.0.1"), refused);
        var foreign = client().setKeyCertOptions(certificate("foreign/prometheus"));
        assertThrows(ExecutionException.class, () -> asked(foreign, "/q/metrics"));
    }

    @Test
    void theManagementPortIsGuardedFromOtherMachinesAndWhoIsRefusedIsLogged() throws Exception {
        var asked = MetricsGuard.class.getDeclaredMethod("guard", ManagementInterface.class, String.class);
        assertTrue(asked.getParameters()[0].isAnnotationPresent(Observes.class), "Quarkus gives it the port");
        serve(router -> new MetricsGuard(SecurityLogMinute.fresh()).guard(() -> router, "0.0.0.0"));
        var log = new LogCapture();
        log.listen();
        try {
            assertEquals(403, asked(client(), "/q/metrics"));
        } finally {
            log.close();
        }
        assertTrue(
                log.text()
                        .contains(
                                "turned away: 127.0.0.1, who has not shown the certificate of Prometheus, asked for figures"),
                log.text());
    }

    @Test
    void healthIsOpenToTheBalancerWhichShowsNothing() throws Exception {
        assertEquals(200, asked(client(), "/q/health/ready"));
    }

    @Test
    void theManagementPortAsksForACertificateOfTheOwnAuthority() throws IOException {
        var settings = Files.readAllLines(Path.of("src/main/resources/application.properties"));
        assertTrue(settings.contains("quarkus.management.host=127.0.0.1"), "unless the installation says otherwise");
        assertTrue(settings.contains("quarkus.management.ssl.client-auth=request"));
        assertTrue(
                settings.contains(
                        "%inside.quarkus.tls.site.trust-store.pem.certs=${smallrye.config.source.file.locations}/inner-ca.pem"));
        var scraped = Files.readString(Path.of("docker/monitoring/prometheus.yml"));
        assertTrue(
                scraped.contains(
                        "tls_config: {ca_file: inner-ca.pem, cert_file: inner.pem, key_file: inner.key, server_name: application}"));
    }

    private int asked(HttpClientOptions options, String path) throws Exception {
        return vertx.createHttpClient(options)
                .request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private static HttpClientOptions client() {
        return new HttpClientOptions().setSsl(true).setVerifyHost(false).setTrustOptions(trusted());
    }

    private static PemTrustOptions trusted() {
        return new PemTrustOptions().addCertPath("" + folder.resolve("own/prometheus/inner-ca.pem"));
    }

    private static PemKeyCertOptions certificate(String service) {
        return new PemKeyCertOptions()
                .addCertPath("" + folder.resolve(service + "/inner.pem"))
                .addKeyPath("" + folder.resolve(service + "/inner.key"));
    }
}
