package uk.thinkuknow.common.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks {@code lessons/facts.yaml}: no fact is listed twice for a nation, each has its source, and no phone number of
 * a service is repeated elsewhere in the product.
 */
class FactsFileTest {
    private static final Set<String> NATIONS = Set.of("england", "wales", "scotland", "northern-ireland");
    private static final Facts FACTS = Facts.packaged();
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?: ?[0-9]){3}");

    @Test
    void noFactIsListedTwiceForTheSameNationAndEveryNationIsKnown() {
        var seen = new HashSet<String>();
        for (var fact : FACTS.all()) {
            assertTrue(NATIONS.containsAll(fact.nations()), fact.key());
            var where = fact.nations().isEmpty() ? List.of("") : fact.nations();
            where.forEach(
                    nation -> assertTrue(seen.add(fact.key() + " " + nation), fact.key() + " twice in " + nation));
        }
    }

    @Test
    void eachFactHasASourceFieldsThatFitItsKindAndAConfirmationWithDayAndNameOrNone() {
        for (var fact : FACTS.all()) {
            var told = fact.in(Language.ENGLISH);
            assertTrue(fact.check().source().startsWith("https://"), fact.key());
            assertTrue(told.page().isEmpty() || told.page().startsWith("https://"), fact.key());
            assertFalse(told.hours().endsWith(".") || told.whom().endsWith("."), fact.key());
            assertTrue(told.text().isEmpty() || told.text().endsWith("."), fact.key());
            assertEquals(
                    fact.kind() == Fact.Kind.LAW,
                    told.number().isEmpty() && told.page().isEmpty(),
                    fact.key());
            assertEquals(
                    fact.check().confirmedOn() == null,
                    fact.check().confirmedBy().isEmpty(),
                    fact.key() + ": day and name");
        }
    }

    /**
     * Numbers of three digits, such as 999, may be used as names in texts; longer ones belong in the facts file only.
     */
    @Test
    void noPhoneNumberOfMoreThanThreeDigitsIsWrittenInTheProductOutsideTheFile() throws IOException {
        var found = new ArrayList<String>();
        for (var root :
                List.of("src/main/java", "src/main/resources", "src/main/web", "src/main/frontend", "lessons")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(FactsFileTest::hasWords)
                        .toList()) {
                    var numbers = Files.readAllLines(file).stream()
                            .filter(LONG_NUMBER.asPredicate())
                            .collect(Collectors.joining("\n"));
                    FACTS.numberIn(numbers).ifPresent(key -> found.add(file + ": " + key));
                }
            }
        }
        assertEquals(List.of(), found);
        assertEquals(Optional.of("childline"), FACTS.numberIn("Call 08001111."));
        assertEquals(Optional.empty(), FACTS.numberIn("Ring 999, not 10800 1111 or 0800 11112."));
    }

    @Test
    void everyFactThatAPageNamesExists() throws IOException {
        var named = Pattern.compile("fact:[a-z]+\\('([a-z-]+)'");
        int pages = 0;
        for (var root : List.of("src/main/resources/templates", "src/main/resources/messages", "src/main/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    for (var found :
                            named.matcher(Files.readString(file)).results().toList()) {
                        assertFalse(FACTS.named(found.group(1)).isEmpty(), file + ": " + found.group());
                        pages++;
                    }
                }
            }
        }
        assertTrue(pages > 10, pages + " found");
    }

    @Test
    void noConfirmationIsDatedInTheFuture() {
        var today = LocalDate.now(Clock.systemUTC());
        FACTS.all().stream()
                .filter(Fact::isConfirmed)
                .forEach(fact -> assertFalse(fact.check().confirmedOn().isAfter(today), fact.key()));
    }

    @Test
    void servicesForChildrenHaveWelshTextWithTheirHours() {
        for (var key : List.of("emergency", "childline", "meic", "ceop", "report-remove")) {
            var fact = FACTS.named(key).getFirst();
            assertTrue(fact.words().containsKey(Language.WELSH), key);
            assertFalse(fact.in(Language.WELSH).hours().isEmpty(), key);
        }
    }

    private static boolean hasWords(Path file) {
        return Stream.of(".java", ".html", ".properties", ".yaml", ".js", ".svg")
                        .anyMatch(file.toString()::endsWith)
                && !Objects.equals(file.getFileName().toString(), "facts.yaml");
    }
}
