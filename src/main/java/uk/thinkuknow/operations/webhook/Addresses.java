package uk.thinkuknow.operations.webhook;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Refused;

/**
 * Which addresses may be called: https on the public internet, so that nobody who sets one reaches what only this machine can
 * reach. In a demo also this machine itself.
 */
@Singleton
class Addresses {
    private static final int LONGEST = 400;

    private final boolean loopback;

    Addresses(@ConfigProperty(name = "thinkuknow.webhook-loopback") boolean loopback) {
        this.loopback = loopback;
    }

    /**
     * The address as it is kept.
     *
     * @throws Refused with what is wrong
     */
    String checked(String typed) {
        var address = uri(typed);
        resolved(address);
        return address.toString();
    }

    private URI uri(String typed) {
        try {
            var address = new URI(typed.strip());
            var host = address.getHost();
            if (host == null || host.isEmpty() || typed.length() > LONGEST) {
                throw new Refused(
                        "Give a whole address of at most 400 letters, for example https://example.org/hooks.");
            }
            if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
                throw new Refused("Give the address without a name or password in it, and without a #.");
            }
            if (!"https".equals(address.getScheme()) && !(loopback && "http".equals(address.getScheme()))) {
                throw new Refused(
                        "Give an address that begins with https://: what is called otherwise can be read on the way.");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new Refused("Give a whole address of at most 400 letters, for example https://example.org/hooks.");
        }
    }

    /**
     * The machine to call, looked up now: the call goes to this very one, whatever its name means a moment later.
     *
     * @throws Refused if one of the machines of that name may not be called
     */
    InetAddress resolved(URI address) {
        try {
            var host = address.getHost().replaceAll("^\\[|]$", "");
            var machines = InetAddress.getAllByName(host);
            boolean plain = "http".equals(address.getScheme());
            for (var machine : machines) {
                boolean own = loopback && machine.isLoopbackAddress();
                if (plain && !own || !own && isPrivate(machine)) {
                    throw new Refused(
                            "This address leads into a private network, or without https to another machine: it is not called.");
                }
            }
            return machines[0];
        } catch (UnknownHostException e) {
            throw new Refused("There is no machine of the name %s.".formatted(address.getHost()));
        }
    }

    static boolean isPrivate(InetAddress machine) {
        var bytes = machine.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean special = machine.isLoopbackAddress()
                || machine.isAnyLocalAddress()
                || machine.isLinkLocalAddress()
                || machine.isSiteLocalAddress()
                || machine.isMulticastAddress();
        if (machine instanceof Inet6Address) {
            // Only what is given out to the public internet, less what carries an older address inside it or is for
            // examples.
            boolean global = (first & 0xe0) == 0x20;
            boolean translated = first == 0x20 && second == 0x02
                    || first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
            boolean examples =
                    first == 0x20 && second == 0x01 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
            return special || !global || translated || examples;
        }
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean testing = first == 198 && (second & 0xfe) == 18;
        boolean reserved = first == 0 || first >= 240 || first == 192 && second == 0 && bytes[2] == 0;
        return special || shared || testing || reserved;
    }
}
