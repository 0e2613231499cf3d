package uk.thinkuknow.identity.signin;

import io.quarkus.oidc.common.runtime.OidcConstants;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads roles from the access token where the ID token has none: a realm from before, or a sign-in from before the realm was
 * changed. The token was fetched from Keycloak by us, and is kept sealed; who she is says the ID token, which was verified.
 */
@Singleton
class RolesOfBefore implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        var request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (request == null || identity.isAnonymous() || !identity.getRoles().isEmpty()) {
            return Uni.createFrom().item(identity);
        }
        String token = request.get(OidcConstants.ACCESS_TOKEN_VALUE);
        return Uni.createFrom().item(token == null ? identity : with(token, identity));
    }

    private static SecurityIdentity with(String token, SecurityIdentity identity) {
        var roles = SignInTokens.claimsOf(token)
                .getJsonObject("realm_access", new JsonObject())
                .getJsonArray("roles", new JsonArray());
        return QuarkusSecurityIdentity.builder(identity)
                .addRoles(roles.stream().map(String::valueOf).collect(Collectors.toSet()))
                .build();
    }
}
