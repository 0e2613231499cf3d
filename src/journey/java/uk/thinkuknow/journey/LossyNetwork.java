package uk.thinkuknow.journey;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A network namespace joined by one virtual cable that drops ten packets of a hundred each way. Needs root, ip and nft.
 */
final class LossyNetwork implements AutoCloseable {
    private static final String NAME = "tuk-drill";
    private static final String HERE = "10.213.7.1";
    private static final String THERE = "10.213.7.2";

    private final List<String> made = List.of(
            "ip netns add " + NAME,
            "ip link add tukd0 type veth peer name tukd1",
            "ip link set tukd1 netns " + NAME,
            "ip addr add " + HERE + "/30 dev tukd0",
            "ip link set tukd0 up",
            "ip -n " + NAME + " addr add " + THERE + "/30 dev tukd1",
            "ip -n " + NAME + " link set tukd1 up",
            "ip -n " + NAME + " link set lo up",
            "ip netns exec " + NAME + " nft add table inet t",
            "ip netns exec " + NAME + " nft add chain inet t in { type filter hook input priority 0 ; }",
            "ip netns exec " + NAME + " nft add chain inet t out { type filter hook output priority 0 ; }",
            "ip netns exec " + NAME + " nft add rule inet t in iifname tukd1 numgen random mod 100 < 10 drop",
            "ip netns exec " + NAME + " nft add rule inet t out oifname tukd1 numgen random mod 100 < 10 drop");

    LossyNetwork() throws IOException, InterruptedException {
        close();
        for (var command : made) {
            if (run(command) != 0) {
                close();
                throw new IOException("not possible here: " + command);
            }
        }
    }

    /** Returns the address of the product's end of the cable. */
    InetAddress here() throws IOException {
        return InetAddress.getByName(HERE);
    }

    /** Returns a tablet at the other end. Its browser treats the address as secure, as it would with HTTPS. */
    BrowserContext device(String address) throws IOException {
        var chromium = Path.of("target/lossy-chromium").toAbsolutePath();
        Files.writeString(
                chromium, "#!/bin/sh\nexec ip netns exec %s %s \"$@\"\n".formatted(NAME, Chromium.executable()));
        chromium.toFile().setExecutable(true);
        return Chromium.another(chromium, "--unsafely-treat-insecure-origin-as-secure=" + address);
    }

    @Override
    public void close() throws IOException {
        try {
            run("ip netns del " + NAME);
            run("ip link del tukd0");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(String command) throws IOException, InterruptedException {
        return new ProcessBuilder(command.split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
