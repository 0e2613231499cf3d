package uk.thinkuknow.identity.signin;

import io.quarkus.arc.All;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that Quarkus asks the checks of a sign-in each time, and that this installation, which is no demo, uses their answer. */
@QuarkusTest
class SignInStrengthTest {
    @Inject
    @All
    List<SecurityIdentityAugmentor> checks;

    @Test
    void aSignInWithoutACodeHasNoRoleAndOneWithACodeHasItsRole() {
        assertEquals(Set.of(), rolesOf(Map.of(), Role.MANAGER));
        assertEquals(Set.of(Role.MANAGER), rolesOf(Map.of("amr", List.of("otp")), Role.MANAGER));
        assertEquals(Set.of(Role.TEACHER), rolesOf(Map.of(), Role.TEACHER));
    }

    @Test
    void aUserOfTheDemoHasNoRole() {
        assertEquals(Set.of(), rolesOf(Map.of("email", "tess@demo.example"), Role.TEACHER));
    }

    private Set<String> rolesOf(Map<String, Object> claims, String role) {
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addRole(role)
                .build();
        for (var check : checks) {
            identity = check.augment(identity, new AtOnce()).await().indefinitely();
        }
        return identity.getRoles();
    }

    private record AtOnce() implements AuthenticationRequestContext {
        @Override
        public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> asked) {
            return Uni.createFrom().item(asked.get());
        }
    }

    /** A sign-in with these claims. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "mina";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
