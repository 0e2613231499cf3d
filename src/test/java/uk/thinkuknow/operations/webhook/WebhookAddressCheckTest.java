package uk.thinkuknow.operations.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a webhook needs https, except to this machine in a demo, and can reach neither private networks nor,
 * outside a demo, this machine.
 */
class WebhookAddressCheckTest {
    private final WebhookAddressCheck outside = with(false, "http://localhost:8180", "127.0.0.1");
    private final WebhookAddressCheck inADemo = with(true, "http://localhost:8180", "127.0.0.1");

    @Test
    void privateAddressesAreRecognised() throws Exception {
        for (var machine : List.of(
                "127.0.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.51.100.1",
                "203.0.113.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1")) {
            assertTrue(WebhookAddressCheck.isPrivate(InetAddress.getByName(machine)), machine);
        }
        for (var machine : List.of("8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2a00:1450:4009:80b::200e")) {
            assertFalse(WebhookAddressCheck.isPrivate(InetAddress.getByName(machine)), machine);
        }
    }

    @Test
    void inADemoThatOtherMachinesReachThisMachineIsRefused() {
        for (var reached : List.of(
                with(true, "https://demo.example.org", "127.0.0.1"),
                with(true, "https://demo.example.org", "0.0.0.0"),
                with(true, "http://localhost:8180", "0.0.0.0"),
                with(true, "https://192.168.1.20", "192.168.1.20"))) {
            for (var address : List.of("http://127.0.0.1:9000/", "https://[::1]/", "https://localhost/")) {
                assertThrows(Refused.class, () -> reached.checked(address), address);
            }
        }
    }

    private static WebhookAddressCheck with(boolean loopback, String address, String listening) {
        return new WebhookAddressCheck(loopback, URI.create(address), listening);
    }

    @Test
    void otherMachinesNeedHttpsAndThisMachineIsAllowedOnlyInADemo() {
        assertEquals("https://8.8.8.8/hooks", outside.checked(" https://8.8.8.8/hooks "));
        assertEquals("http://127.0.0.1:9000/hooks", inADemo.checked("http://127.0.0.1:9000/hooks"));
        assertEquals("https://[::1]:9000/hooks", inADemo.checked("https://[::1]:9000/hooks"));
        for (var address : List.of(
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://localhost/",
                "https://192.168.0.1/")) {
            assertThrows(Refused.class, () -> outside.checked(address), address);
        }
        for (var address : List.of(
                "http://8.8.8.8/",
                "https://10.0.0.1/",
                "http://10.0.0.1/",
                "file:///etc/passwd",
                "https://user@8.8.8.8/",
                "https://8.8.8.8/#part",
                "https:///path",
                "https://8.8.8.8/a b",
                "",
                "https://" + "a".repeat(400))) {
            assertThrows(Refused.class, () -> inADemo.checked(address), address);
        }
    }
}
