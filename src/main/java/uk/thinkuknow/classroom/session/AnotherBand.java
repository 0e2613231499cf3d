package uk.thinkuknow.classroom.session;

import java.util.List;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.school.ClassFacts;

/** Thrown to refuse a lesson made for another age band than a class's, until the teacher confirms it. */
final class AnotherBand extends Refused {
    AnotherBand(String lessonBand, List<ClassFacts> classes) {
        super(
                "session.anotherBand",
                classes.stream()
                        .map(facts -> Words.of("session.classIs", facts.name(), ages(facts.band())))
                        .reduce((one, other) -> Words.of("session.and", one, other))
                        .orElse(""),
                ages(lessonBand));
    }

    private static String ages(String band) {
        return band.replace('-', '–');
    }
}
