package uk.thinkuknow.classroom.session;

import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.schools.school.ClassFacts;

/** Thrown to refuse a lesson made for another age band than a class's, until the teacher confirms it. */
final class AnotherBand extends Refused {
    AnotherBand(String lessonBand, List<ClassFacts> classes) {
        super(classes.stream()
                        .map(facts -> facts.name() + " is " + ages(facts.band()))
                        .collect(Collectors.joining(" and "))
                + "; this lesson is for " + ages(lessonBand) + ".");
    }

    private static String ages(String band) {
        return band.replace('-', '–');
    }
}
