package uk.thinkuknow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs the packaged product with MariaDB and Keycloak, started by scripts/start once for all journeys. */
final class Product {
    /** The lock that a journey holds alone if it kills the product, and shares if it runs beside others. */
    static final String LIVES = "the product lives";

    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path DATA = CHECKOUT.resolve("target/journey");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Renews tokens, which live for an hour, after ten seconds; in production it is five minutes, longer than any
     * journey.
     */
    private static final String RENEWED_WHEN_TEN_SECONDS_OLD = "59M50S";

    private static @Nullable Product running;

    private final Process start;
    private final int port;

    private Product(Process start, int port) {
        this.start = start;
        this.port = port;
    }

    /** Returns the product, started at the first call; it stops when the tests have ended. */
    static synchronized Product running() {
        if (running == null) {
            running = begin();
        }
        return running;
    }

    /** Returns the address for children and staff, without a slash at the end. */
    String address() {
        return "http://localhost:" + port;
    }

    /** Connects to the database as the application does. */
    Connection database() throws SQLException {
        return database("thinkuknow", "DB_PASSWORD");
    }

    /**
     * Connects as the schema's owner, who may use MariaDB's sequences to fill tables; the application may not read
     * them.
     */
    Connection databaseOfOwner() throws SQLException {
        return database("thinkuknow_owner", "DB_OWNER_PASSWORD");
    }

    private Connection database(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + (port + 4) + "/thinkuknow?connectionTimeZone=UTC&sslMode=verify-full",
                user,
                secret(password));
    }

    /** Returns Keycloak as its administrator sees it. */
    KeycloakConsole keycloak() {
        return KeycloakConsole.open(
                "http://localhost:" + (port + 1), secret("KEYCLOAK_ADMIN"), secret("KEYCLOAK_ADMIN_PASSWORD"));
    }

    /** Returns the lines of the application's log that contain these words. */
    List<String> logged(String words) {
        try (var lines = Files.lines(DATA.resolve("application.log"))) {
            return lines.filter(line -> line.contains(words)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the application, as a power cut would, and waits until it is gone; scripts/start then starts it again. */
    void killApplication() {
        kill("application");
    }

    /** Kills MariaDB, as a power cut would, and waits until it is gone; scripts/start then starts it again. */
    void killDatabase() {
        kill("mariadb");
    }

    /** Suspends MariaDB, as a hung disk would, or lets it continue. */
    void hangDatabase(boolean hung) {
        signal(hung ? "STOP" : "CONT", pid("mariadb"));
    }

    /** Waits until the application and its database answer, for at most five minutes. */
    void awaitReady() {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > until || !start.isAlive()) {
                throw new IllegalStateException("The application did not come back: see " + DATA);
            }
            pause();
        }
    }

    private static Product begin() {
        try {
            empty(DATA);
            var port = freePort();
            var command = new ProcessBuilder(
                            "setpriv", "--pdeathsig", "TERM", "scripts/start", "--data", "" + DATA, "--port", "" + port)
                    .directory(CHECKOUT.toFile())
                    .redirectErrorStream(true);
            var packaged = CHECKOUT.resolve("target/quarkus-app");
            if (Files.exists(packaged.resolve("quarkus-run.jar"))) {
                command.environment().put("THINKUKNOW_APP", packaged.toString());
            }
            command.environment().put("QUARKUS_OIDC_TOKEN_REFRESH_TOKEN_TIME_SKEW", RENEWED_WHEN_TEN_SECONDS_OLD);
            var product = new Product(forGood(command), port);
            Runtime.getRuntime().addShutdownHook(new Thread(product::stop, "stop the product"));
            product.awaitWelcome();
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the process in a thread that lives as long: by setpriv, Linux ends the process together with the thread
     * that started it, not with this process.
     */
    private static Process forGood(ProcessBuilder command) {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("keeps the product").start(() -> {
            try {
                var process = command.start();
                started.complete(process);
                process.waitFor();
            } catch (IOException | InterruptedException e) {
                started.completeExceptionally(e);
            }
        });
        return started.join();
    }

    private void awaitWelcome() throws IOException {
        var said = new ArrayList<String>();
        var lines = start.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.contains("is ready after")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
                System.out.println(line);
                return;
            }
        }
        throw new IllegalStateException("scripts/start ended:\n" + String.join("\n", said));
    }

    private void stop() {
        start.destroy();
        try {
            if (!start.waitFor(60, TimeUnit.SECONDS)) {
                start.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(String name) {
        var pid = pid(name);
        signal("KILL", pid);
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            pause();
        }
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long pid(String name) {
        try {
            return Long.parseLong(Files.readString(DATA.resolve(name + ".pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret(String name) {
        try (var file = Files.newBufferedReader(DATA.resolve("secrets.env"))) {
            var secrets = new Properties();
            secrets.load(file);
            return secrets.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + 2) + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns the first of five free ports in a row, all used by scripts/start. Two runs at the same moment start their
     * search at different ports.
     */
    private static int freePort() {
        return IntStream.iterate(8600 + 5 * (int) (ProcessHandle.current().pid() % 100), port -> port + 5)
                .filter(port -> IntStream.range(port, port + 5).allMatch(Product::free))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
