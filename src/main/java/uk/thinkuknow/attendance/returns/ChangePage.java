package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.RegisterWords;

/**
 * The page of a change that waits for its second signature: the numbers that count next to those that would count, and
 * who may sign.
 */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ChangePage(
        Head head, RequestedChange wanted, List<ReturnComparison> sides, ChangePermissions may, String problem)
        implements TemplateInstance {

    /**
     * The session, and {@code back}, the path of the return's page that the reader may see: the programme's or the
     * school's.
     */
    record Head(String session, String lesson, String classes, String when, String back) {
        static Head of(Delivery delivery, String back) {
            var session = delivery.session();
            return new Head(
                    session.publicId().value(),
                    delivery.title(),
                    session.forWhom(),
                    RegisterWords.when(session.startedAt(), delivery.endedAt()),
                    back);
        }
    }

    /**
     * The requested change: its kind, who asked for it, when and why.
     *
     * @param seen what the page hands back with a signature, so that only what was seen is signed
     */
    record RequestedChange(boolean withdrawal, String by, String at, String why, String seen) {}

    /**
     * What the reader can do.
     *
     * @param sign whether the reader may give the second signature
     * @param asked whether the reader asked for the change
     * @param inPlaceOf for the amended heads of a visit, the person expected to confirm them, if that is not the
     *     reader; else empty
     * @param who who may sign, in words
     */
    record ChangePermissions(boolean sign, boolean asked, String inPlaceOf, String who) {}
}
