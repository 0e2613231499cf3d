package uk.thinkuknow.schools.imports;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.ProductClasses;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that a dry run looks at every table whose rows a succession moves. */
class SuccessionRowsTest {
    /**
     * Letters move nothing, and invitations are withdrawn. A school's own days may stay where the successor has the same,
     * and they are nobody's.
     */
    private static final Set<String> NOT_COUNTED = Set.of("SuccessionLetters", "InvitationService", "ImportListener");

    @Test
    void whatMovesRowsToSuccessorsNamesThoseThatRemain() {
        var listeners = ProductClasses.ALL.stream()
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("hear")
                                && method.getRawParameterTypes().getFirst().isEquivalentTo(SchoolsSucceeded.class)))
                .collect(Collectors.toSet());
        var counted = listeners.stream()
                .filter(type -> type.isAssignableTo(SchoolsSucceeded.RemainingRows.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        counted.addAll(NOT_COUNTED);
        assertEquals(
                listeners.stream().map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new)),
                counted);
    }
}
