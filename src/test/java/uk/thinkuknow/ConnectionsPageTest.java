package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks the list in docs/operations/configuration.md of what the product connects to. */
class ConnectionsPageTest {
    private static final Pattern SECTION = Pattern.compile("(?s)\n## Whom it speaks to\n(.*?)\n## ");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][a-z]\\w*)`");
    private static final Pattern SETTING = Pattern.compile(
            "\\$\\{(THINKUKNOW_(?:DB_URL|KEYCLOAK|SMTP_HOST|ANTIVIRUS|PUBLIC_ADDRESS|[A-Z_]*(?:URL|HOST|ADDRESS)|[A-Z_]+(?=:\\w+:)))[:}]");

    /** Through these, Java's own and those of libraries, a class opens a connection or asks for a name. */
    private static final Set<String> WAYS_OUT = Set.of(
            Socket.class.getName(),
            SocketFactory.class.getName(),
            SocketChannel.class.getName(),
            HttpClient.class.getName(),
            URLConnection.class.getName(),
            Transport.class.getName(),
            "javax.net.ssl.SSLSocket",
            "javax.net.ssl.SSLSocketFactory",
            "io.vertx.core.http.HttpClient",
            "io.vertx.core.net.NetClient",
            "io.vertx.ext.web.client.WebClient",
            "io.vertx.mutiny.ext.web.client.WebClient");

    @Test
    void eachClassThatOpensAConnectionIsInTheList() throws IOException {
        var named = NAMED.matcher(list())
                .results()
                .map(name -> name.group(1))
                .filter(name -> !name.endsWith("Test"))
                .collect(Collectors.toCollection(TreeSet::new));
        var opens = ProductClasses.ALL.stream()
                .filter(ConnectionsPageTest::opens)
                .map(type -> type.getName().replaceAll(".*\\.|\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(named, opens);
    }

    @Test
    void eachSettingThatIsAnAddressOfSomethingElseIsInTheList() throws IOException {
        var settings = SETTING.matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .map(found -> "`" + found.group(1) + "`")
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(settings.size() > 4, settings.toString());
        settings.removeIf(list()::contains);
        assertEquals(new TreeSet<>(), settings);
    }

    private static boolean opens(JavaClass type) {
        return type.getConstructorCallsFromSelf().stream()
                        .anyMatch(
                                call -> WAYS_OUT.contains(call.getTargetOwner().getName()))
                || type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> isWayOut(
                                call.getTargetOwner().getName(),
                                call.getTarget().getName()));
    }

    private static boolean isWayOut(String owner, String method) {
        return WAYS_OUT.contains(owner)
                        && method.matches("connect|create|createSocket|newHttpClient|newBuilder|send.*|open")
                || owner.equals(InetAddress.class.getName()) && method.matches("getByName|getAllByName")
                || owner.equals(URL.class.getName()) && method.matches("openConnection|openStream")
                || owner.equals("io.vertx.core.Vertx") && method.matches("create(Http|Net|Dns)Client.*");
    }

    private static String list() throws IOException {
        var section = SECTION.matcher(Files.readString(Path.of("docs/operations/configuration.md")));
        assertTrue(section.find());
        return section.group(1);
    }
}
