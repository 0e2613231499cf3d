package uk.thinkuknow.counting;

import org.junit.jupiter.api.Test;
import uk.thinkuknow.ProductClasses;
import uk.thinkuknow.reach.report.ReachTable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Tests that nothing else makes the figures of reach. */
class ReachFigureMakersTest {
    @Test
    void onlyTheCountingRulesMakeAFigureAndFilesReadAStoredOne() {
        noClasses()
                .that()
                .resideOutsideOfPackage("uk.thinkuknow.counting")
                .and()
                .doNotBelongToAnyOf(ReachTable.class)
                .should()
                .callConstructor(ReachFigure.class, int.class, int.class, int.class)
                .check(ProductClasses.ALL);
    }
}
