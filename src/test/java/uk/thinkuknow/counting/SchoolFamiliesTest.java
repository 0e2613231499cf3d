package uk.thinkuknow.counting;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Tests which schools count as one over the start of a school year. */
class SchoolFamiliesTest {
    private final SchoolFamilies families = new SchoolFamilies(List.of(
            new SchoolFamilies.Move(7, 3),
            new SchoolFamilies.Move(7, 5),
            new SchoolFamilies.Move(9, 8),
            new SchoolFamilies.Move(5, 6)));

    @Test
    void schoolsThatGotClassesOfTheSameSchoolAreOneFamilyAlsoThroughAnotherSchool() {
        assertEquals(Set.of(3L, 5L, 6L, 7L), families.of(6));
        assertEquals(families.idOf(3), families.idOf(6));
        assertNotEquals(families.idOf(3), families.idOf(9));
    }

    @Test
    void aSchoolWithoutMovesIsAFamilyOfItsOwn() {
        assertEquals(Set.of(4L), families.of(4));
        assertEquals(4, families.idOf(4));
    }

    @Test
    void theMovesOfAFamilyMakeItAgain() {
        var again = new SchoolFamilies(families.moves());
        for (long school = 1; school < 10; school++) {
            assertEquals(families.of(school), again.of(school));
        }
    }
}
