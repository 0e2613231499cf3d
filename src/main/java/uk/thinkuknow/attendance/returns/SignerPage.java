package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.thinkuknow.web.FormOption;

/**
 * The page that says who signs a register, and to whom it can be handed.
 *
 * @param reader the user who looks at the page
 */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SignerPage(Head head, String signer, Reader reader, List<FormOption> colleagues, String problem)
        implements TemplateInstance {

    /** The session; {@code left} if its signer no longer belongs to the school. */
    record Head(String session, String lesson, String classes, String when, boolean running, boolean left) {
        /** Returns who signs: "you", "other", or "left" for somebody who has left the school. */
        public String who(boolean reader) {
            return reader ? "you" : left ? "left" : "other";
        }
    }

    /**
     * The user who looks at the page.
     *
     * @param signs whether they are the signer
     * @param teaches whether they are a teacher, who has a list of sessions to go back to
     * @param manages whether they are a manager, who comes from the list of missing returns
     * @param may whether they may hand the register over
     * @param stays whether the register is signed, so that it stays with its signer
     */
    record Reader(boolean signs, boolean teaches, boolean manages, boolean may, boolean stays) {}
}
