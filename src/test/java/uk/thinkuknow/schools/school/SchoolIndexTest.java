package uk.thinkuknow.schools.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.schools.school.SchoolIndex.Entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a typed search finds the right school in spite of abbreviations and typing errors. */
class SchoolIndexTest {
    private static final List<Entry> SCHOOLS = List.of(
            new Entry(1, "St Mary's CofE Primary School", "Harrowbeck", "ZZ1 4AA", true),
            new Entry(2, "St John’s Primary School", "Harrowbeck", "ZZ1 7BD", true),
            new Entry(3, "Sacré Coeur School", "Leyford", "ZZ5 2LP", true),
            new Entry(4, "Oakfield Primary School", "Harrowbeck", "ZZ2 1QF", true),
            new Entry(5, "Oakfield Primary School", "Thornmere", "ZZ7 1QF", true),
            new Entry(6, "Ysgol Tŷ Gwyn", "Glanmorfa", "ZZ9 1AB", true),
            new Entry(7, "Saint Bede Academy", "Leyford", "ZZ5 9LP", true),
            new Entry(8, "Beechwood High School", "Thornmere", "ZZ7 9ZZ", false),
            new Entry(9, "Beechwood Academy", "Thornmere", "ZZ7 9ZZ", true));

    private final SchoolIndex index = new SchoolIndex(SCHOOLS);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            "st mary's harrowbeck", 1
            "st marys", 1
            "Saint Mary primary", 1
            "St. Mary's C of E Primary School", 1
            "st johns", 2
            "sacre coeur", 3
            "SACRÉ CŒUR", 3
            "ysgol ty gwyn", 6
            "st bede", 7
            "oakfield thornmere", 5
            "oakfeild harrowbeck", 4
            "oak field harrowbeck", 4
            "oakfild primery harowbeck", 4
            "zz52lp", 3
            "zz5 2lp", 3
            "beech", 9
            "beechwood", 9""")
    void theSchoolThatIsMeantIsTheFirstResult(String typed, long expected) {
        assertEquals(expected, index.find(typed, 20).getFirst(), () -> typed + ": " + index.find(typed, 20));
    }

    @Test
    void textWithoutAMatchFindsNothing() {
        assertEquals(List.of(), index.find("xylophone", 20));
        assertEquals(List.of(), index.find("' -- ;", 20));
        assertEquals(List.of(), index.find("", 20));
    }

    @Test
    void exactWordsRankAboveWordsThatOnlyStartWithThem() {
        var towns = new ArrayList<Entry>();
        for (int i = 0; i < 40; i++) {
            towns.add(new Entry(i, "Oakfield Academy", i < 30 ? "Town 12" : "Town 12" + i, "ZZ1 1ZZ", i != 5));
        }
        var found = new SchoolIndex(towns).find("oakfield academy town 12", 29);
        assertTrue(found.stream().allMatch(id -> id < 30), found::toString);
        assertEquals(0, found.getFirst());
    }

    @Test
    void typingErrorsAreCountedUpToALimit() {
        assertEquals(0, SchoolWords.editDistance("oakfield", "oakfield", 2));
        assertEquals(1, SchoolWords.editDistance("oakfeild", "oakfield", 2));
        assertEquals(2, SchoolWords.editDistance("okfild", "oakfield", 2));
        assertEquals(3, SchoolWords.editDistance("ash", "oakfield", 2));
    }

    /** {@code scripts/bench bookings} measures the time. */
    @Test
    void theBestMatchIsFirstAmongFiftyTwoThousandSchools() {
        var random = new Random(1);
        var many = new ArrayList<Entry>();
        for (int i = 0; i < 52_000; i++) {
            var name = SCHOOLS.get(random.nextInt(SCHOOLS.size())).name();
            many.add(new Entry(
                    i, word(random) + " " + name, word(random), "AB" + (i % 90) + " " + (i % 9) + "XY", true));
        }
        many.add(new Entry(52_000, "St Mary's CofE Primary School", "Harrowbeck", "ZZ1 4AA", true));
        var found = new SchoolIndex(many).find("saint marys c of e primary school harowbeck", 20);
        assertEquals(52_000L, found.getFirst());
        assertTrue(found.size() <= 20);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 0; i < 4 + random.nextInt(6); i++) {
            word.append((char) ('a' + random.nextInt(12)));
        }
        return word.toString();
    }
}
