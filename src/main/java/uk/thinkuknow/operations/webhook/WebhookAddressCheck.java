package uk.thinkuknow.operations.webhook;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.LoopbackNames;
import uk.thinkuknow.common.Refused;

/**
 * Refuses webhook addresses that do not use https or are not on the public internet, so that nobody can reach services
 * inside this network (SSRF). In a demo that only this machine can reach, its own addresses are allowed too, also with
 * http.
 */
@Singleton
class WebhookAddressCheck {
    private static final int LONGEST = 400;

    private final boolean loopback;

    /**
     * Allows this machine's own addresses if nobody else reaches the product.
     *
     * @param loopback whether the settings allow them
     * @param address where users reach the product
     * @param listening the address on which it listens
     */
    WebhookAddressCheck(
            @ConfigProperty(name = "thinkuknow.webhook-loopback") boolean loopback,
            @ConfigProperty(name = "thinkuknow.public-address") URI address,
            @ConfigProperty(name = "quarkus.http.host") String listening) {
        this.loopback = loopback && LoopbackNames.contains(address.getHost()) && LoopbackNames.contains(listening);
    }

    /**
     * The address in its stored form.
     *
     * @throws Refused if the address is not allowed, with the reason
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
                throw new Refused("webhook.addressNeeded");
            }
            if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
                throw new Refused("webhook.addressWithoutName");
            }
            if (!"https".equals(address.getScheme()) && !(loopback && "http".equals(address.getScheme()))) {
                throw new Refused("webhook.addressNotSecure");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new Refused("webhook.addressNeeded");
        }
    }

    /**
     * Resolves the address now. The call must go to this IP address, even if the name resolves to another one later.
     *
     * @throws Refused if an IP address of that name is not allowed
     */
    InetAddress resolved(URI address) {
        try {
            var host = address.getHost().replaceAll("^\\[|]$", "");
            var machines = InetAddress.getAllByName(host);
            boolean plain = "http".equals(address.getScheme());
            for (var machine : machines) {
                boolean own = loopback && machine.isLoopbackAddress();
                if (plain && !own || !own && isPrivate(machine)) {
                    throw new Refused("webhook.addressPrivate");
                }
            }
            return machines[0];
        } catch (UnknownHostException e) {
            throw new Refused("webhook.noMachine", address.getHost());
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
            // only globally routed addresses, without those that embed an IPv4 address and those for documentation
            boolean global = (first & 0xe0) == 0x20;
            boolean translated = first == 0x20 && second == 0x02
                    || first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
            boolean examples =
                    first == 0x20 && second == 0x01 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
            return special || !global || translated || examples;
        }
        int third = bytes[2] & 0xff;
        boolean examples = first == 192 && second == 0 && third == 2
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113;
        boolean relays = first == 192 && second == 88 && third == 99;
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean testing = first == 198 && (second & 0xfe) == 18;
        boolean reserved = first == 0 || first >= 240 || first == 192 && second == 0 && third == 0;
        return special || examples || relays || shared || testing || reserved;
    }
}
