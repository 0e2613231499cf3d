package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.web.PathTraits.Trait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the traits of paths. */
@QuarkusTest
class TraitsByPathTest {
    @Inject
    TraitsByPath traits;

    @Inject
    BeanManager beans;

    /** Without the trait its sender is asked to sign in; tests do without Keycloak and would not notice. */
    @Test
    void aFormThatIsForEverybodyNeedsNoSignIn() {
        var open = BeanClasses.of(beans)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(TraitsByPathTest::isFormForEverybody)
                .map(TraitsByPathTest::path)
                .filter(path -> !ErrorPages.isApi(path))
                .toList();
        assertTrue(open.contains("/badges/check"), open.toString());
        assertEquals(
                List.of(),
                open.stream()
                        .filter(path -> !traits.of(path).has(Trait.WITHOUT_SIGN_IN))
                        .toList());
    }

    private static boolean isFormForEverybody(Method method) {
        return method.isAnnotationPresent(POST.class)
                && !method.isAnnotationPresent(RolesAllowed.class)
                && (method.isAnnotationPresent(PermitAll.class)
                        || method.getDeclaringClass().isAnnotationPresent(PermitAll.class));
    }

    private static String path(Method method) {
        var inside = method.getAnnotation(Path.class);
        var path = method.getDeclaringClass().getAnnotation(Path.class).value() + "/"
                + (inside == null ? "" : inside.value());
        return path.replaceAll("/+", "/").replaceAll("/$", "").replaceAll("\\{[^}]*}", "none");
    }
}
