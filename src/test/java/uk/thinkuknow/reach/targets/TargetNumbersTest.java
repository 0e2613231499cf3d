package uk.thinkuknow.reach.targets;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the parsing of typed targets and factors, and the multiplication of a target by a factor. */
class TargetNumbersTest {
    @Test
    void numbersWithCommasSpacesAndZeroFractionsAreRead() {
        for (var typed :
                new String[] {"12400", "12,400", "12 400", "12\u00A0400", "12\u202F400", " 12,400 ", "12400.00"}) {
            assertEquals(Optional.of(12_400), TargetNumbers.read(typed), typed);
        }
        assertEquals(Optional.of(0), TargetNumbers.read("0"));
    }

    @Test
    void textThatIsNoWholeNumberOfAtMostSevenDigitsIsBad() {
        for (var typed : new String[] {"a lot", "12.5", "-3", "1e3", "10000000", "12/400"}) {
            assertTrue(TargetNumbers.isBad(typed), typed);
        }
    }

    @Test
    void aBlankCellIsNotBadAndHasNoNumber() {
        assertFalse(TargetNumbers.isBad(" "));
        assertEquals(Optional.empty(), TargetNumbers.read(" "));
    }

    @Test
    void aNumberTimesAFactorIsRoundedToTheUnitWithHalvesUpAndCappedAtTheMaximum() {
        var factor = new BigDecimal("1.05");
        assertEquals(441, TargetNumbers.times(420, factor, 1));
        assertEquals(440, TargetNumbers.times(420, factor, 10));
        assertEquals(400, TargetNumbers.times(420, factor, 100));
        assertEquals(11, TargetNumbers.times(10, factor, 1));
        assertEquals(TargetService.AT_MOST, TargetNumbers.times(9_999_999, factor, 1));
    }

    @Test
    void aFactorThatIsNotANumberFromATenthToTenIsRefused() {
        assertEquals(new BigDecimal("1.05"), TargetNumbers.factor(" 1.05 "));
        for (var typed : new String[] {"", "five", "0", "-1", "11", "1e9"}) {
            var refused = assertThrows(Refused.class, () -> TargetNumbers.factor(typed));
            assertTrue(refused.why().contains("For 5% more type 1.05"), refused.why());
        }
    }
}
