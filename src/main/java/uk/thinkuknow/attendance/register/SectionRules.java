package uk.thinkuknow.attendance.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.counting.CardSet;

/** Counting rule 5 for one class: the heads that the signer saw, held against the marks. */
final class SectionRules {
    private SectionRules() {}

    /** Everything that keeps this class from being counted, in the order of the page. */
    static List<Problem> problems(SectionSum sum) {
        var problems = new ArrayList<Problem>();
        var heads = sum.section().heads();
        if (heads == null) {
            checks(sum, problems);
            problems.add(problem(
                    sum, "Type how many children you saw with " + sum.inRoom().name()));
            return problems;
        }
        boolean surplus = sum.marks() > heads;
        if (surplus && sum.section().whichIsUnknown()) {
            if (sum.fromElsewhere() > heads) {
                problems.add(problem(sum, tooManyGuests(sum, heads)));
            }
        } else {
            checks(sum, problems);
            if (surplus) {
                problems.add(problem(sum, tooManyMarks(sum, heads)));
            }
        }
        limits(sum, heads, problems);
        return problems;
    }

    /** The line of a class whose problems are solved: missing heads are added as unnamed, unknown ones are all unnamed. */
    static ClassCount line(SectionSum sum) {
        int heads = java.util.Objects.requireNonNull(sum.section().heads());
        boolean unknown = sum.marks() > heads;
        var namedA = unknown ? CardSet.NONE : sum.namedA();
        var namedB = unknown ? CardSet.NONE : sum.namedB();
        int unnamed = heads - sum.fromElsewhere() - namedA.size() - namedB.size();
        return new ClassCount(
                sum.inRoom().classId(),
                sum.inRoom().cardGroupId(),
                namedA,
                namedB,
                sum.inRoom().inForce(),
                sum.inRoom().forCards(),
                unnamed,
                sum.guests(),
                sum.apart());
    }

    private static void checks(SectionSum sum, List<Problem> problems) {
        if (!sum.toCheck().isEmpty()) {
            var numbers = sum.toCheck().stream().map(String::valueOf).collect(Collectors.joining(", "));
            problems.add(new Problem(
                    Fields.check(sum.inRoom().publicId(), sum.toCheck().getFirst()),
                    "Say who was here for at least half the session: " + numbers + " of "
                            + sum.inRoom().name()));
        }
    }

    private static void limits(SectionSum sum, int heads, List<Problem> problems) {
        int cards = sum.inRoom().eligible().size();
        int ofClass = heads - sum.fromElsewhere();
        if (ofClass > cards) {
            problems.add(problem(
                    sum,
                    "You typed %d heads, but %s has %s: add a card or a guest first"
                            .formatted(heads, sum.inRoom().name(), Say.cards(cards, sum.fromElsewhere()))));
        } else if (ofClass + sum.apart() > cards) {
            problems.add(new Problem(
                    Fields.notTakingPart(sum.inRoom().publicId()),
                    "%d here and %d not taking part are more children than %s has cards"
                            .formatted(ofClass, sum.apart(), sum.inRoom().name())));
        }
    }

    private static String tooManyMarks(SectionSum sum, int heads) {
        int surplus = sum.marks() - heads;
        return "You typed %d heads for %s, but %d are marked here: take %d off, or say that you do not know which"
                .formatted(heads, sum.inRoom().name(), sum.marks(), surplus);
    }

    private static String tooManyGuests(SectionSum sum, int heads) {
        return "You typed %d heads for %s, but %d guests and visitors from other classes were with it: take some off"
                .formatted(heads, sum.inRoom().name(), sum.fromElsewhere());
    }

    private static Problem problem(SectionSum sum, String text) {
        return new Problem(Fields.heads(sum.inRoom().publicId()), text);
    }
}
