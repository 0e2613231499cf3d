package uk.thinkuknow.operations.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Sha256;

/**
 * Stores the webhooks and derives their signing secrets from the installation's secret, so that none is in the
 * database. A secret is shown once; a new one replaces it.
 */
@Singleton
class WebhookEndpoints implements PanacheRepository<WebhookEndpoint> {
    private static final String PREFIX = "whsec_";

    private final byte[] key;

    WebhookEndpoints(@ConfigProperty(name = "thinkuknow.secret") String secret) {
        key = hmac(secret.getBytes(StandardCharsets.UTF_8), "webhooks");
    }

    Optional<WebhookEndpoint> called(String publicId) {
        return all().stream().filter(each -> each.publicId().equals(publicId)).findFirst();
    }

    List<WebhookEndpoint> all() {
        return list("removedAt is null order by name, id");
    }

    List<WebhookEndpoint> switchedOn() {
        return all().stream().filter(WebhookEndpoint::isOn).toList();
    }

    /** The secret that the receiving system needs: 32 bytes in Base64 after {@code whsec_}. */
    String secret(WebhookEndpoint endpoint) {
        return PREFIX + Base64.getEncoder().encodeToString(bytes(endpoint));
    }

    /** The header {@code webhook-signature} of a call: HMAC-SHA256 of "id.seconds.body". */
    String signature(WebhookEndpoint endpoint, String id, long seconds, String body) {
        return "v1," + Base64.getEncoder().encodeToString(hmac(bytes(endpoint), id + "." + seconds + "." + body));
    }

    private byte[] bytes(WebhookEndpoint endpoint) {
        return hmac(key, endpoint.publicId() + "." + endpoint.secretNumber());
    }

    private static byte[] hmac(byte[] key, String words) {
        return Sha256.hmac(key, words.getBytes(StandardCharsets.UTF_8));
    }
}
