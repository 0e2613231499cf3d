package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.Say;

/** A change of a return that waits for its second signature: what counts beside what would, and who may sign. */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ChangePage(Head head, Wanted wanted, List<Side> sides, May may, String problem) implements TemplateInstance {

    /** {@code back} is the page of the return that the reader knows: the programme's, or the school's. */
    record Head(String session, String lesson, String classes, String when, String back) {
        static Head of(Delivery delivery, String back) {
            var session = delivery.session();
            return new Head(
                    session.publicId().value(),
                    delivery.title(),
                    session.forWhom(),
                    Say.when(session.startedAt(), delivery.endedAt()),
                    back);
        }
    }

    record Wanted(boolean withdrawal, String by, String at, String why) {}

    /**
     * What the reader can do.
     *
     * @param inPlaceOf who was expected in the room of a visit, if that is somebody else; empty otherwise
     * @param who may sign, in words
     */
    record May(boolean sign, boolean hers, String inPlaceOf, String who) {}
}
