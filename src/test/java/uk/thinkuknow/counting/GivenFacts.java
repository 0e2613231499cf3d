package uk.thinkuknow.counting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The limits of the rules, and the facts of an honest lesson of 30 children and 30 minutes, to be changed one by one. */
public final class GivenFacts {
    public static final PlausibilityLimits LIMITS = new PlausibilityLimits(
            new PlausibilityLimits.TimeLimit(new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.15")),
            28,
            180,
            new PlausibilityLimits.CardLimit(over("0.1", 15), over("0.3", 30), 60),
            over("0.1", 5),
            over("0.1", 15),
            2,
            true,
            240,
            true);

    private ReturnFacts.Lesson lesson = new ReturnFacts.Lesson(Duration.ofMinutes(28), Duration.ofMinutes(30), 30, 0);
    private ReturnFacts.Entry entry = new ReturnFacts.Entry(false, 0, false, 0, false, false);
    private boolean schoolDay = true;
    private ReturnFacts.Signer signer = new ReturnFacts.Signer(false, 30, 30);
    private List<ReturnFacts.OfClass> classes = List.of(new ReturnFacts.OfClass(30, 0, List.of()));
    private OptionalInt heads = OptionalInt.empty();
    private OptionalInt roll = OptionalInt.of(300);

    private static Excess over(String share, int number) {
        return new Excess(new BigDecimal(share), number);
    }

    static GivenFacts aLesson() {
        return new GivenFacts();
    }

    GivenFacts delivered(String minutes, int marks, int finished) {
        var delivered = Duration.ofSeconds(
                new BigDecimal(minutes).multiply(BigDecimal.valueOf(60)).longValueExact());
        lesson = new ReturnFacts.Lesson(delivered, Duration.ofMinutes(30), marks, finished);
        return this;
    }

    GivenFacts entered(boolean afterwards, long daysLater, boolean madeSince) {
        entry = new ReturnFacts.Entry(afterwards, daysLater, madeSince, afterwards ? 1 : 0, false, false);
        return this;
    }

    /** The signer entered so many lessons of the class afterwards within a week, this one included or not. */
    GivenFacts oneOf(int lessons, boolean thisOne) {
        entry = new ReturnFacts.Entry(thisOne, 3, false, lessons, false, false);
        return this;
    }

    /** A paper register that somebody signs who is no member of the school. */
    GivenFacts paperByOutsider() {
        entry = new ReturnFacts.Entry(true, 3, false, 1, true, false);
        return this;
    }

    GivenFacts withdrawnBefore() {
        entry = new ReturnFacts.Entry(false, 0, false, 0, false, true);
        return this;
    }

    GivenFacts onNoSchoolDay() {
        schoolDay = false;
        return this;
    }

    GivenFacts signer(boolean overlaps, int withoutDevice, int children) {
        signer = new ReturnFacts.Signer(overlaps, withoutDevice, children);
        return this;
    }

    GivenFacts guests(int cards, int guests) {
        classes = List.of(new ReturnFacts.OfClass(cards, guests, List.of()));
        return this;
    }

    /** The class was once given cards, when its school had so many in force and had made so many. */
    GivenFacts cards(int inForce, int made, OptionalInt ofRoll) {
        return given(List.of(new ReturnFacts.CardsGiven(inForce, made, ofRoll)));
    }

    GivenFacts given(List<ReturnFacts.CardsGiven> given) {
        classes = List.of(new ReturnFacts.OfClass(30, 0, given));
        return this;
    }

    GivenFacts heads(int ofSession, OptionalInt ofRoll) {
        classes = List.of();
        heads = OptionalInt.of(ofSession);
        roll = ofRoll;
        return this;
    }

    ReturnFacts facts() {
        return new ReturnFacts(lesson, entry, schoolDay, signer, classes, heads, roll);
    }
}
