package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Who signs a register, and to whom it can be handed.
 *
 * @param reader the person who looks
 */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SignerPage(Head head, String signer, Reader reader, List<Colleague> colleagues, String problem)
        implements TemplateInstance {

    /** {@code left} if its signer belongs to the school no more. */
    record Head(String session, String lesson, String classes, String when, boolean running, boolean left) {}

    /**
     * The person who looks.
     *
     * @param signs whether she is its signer
     * @param teaches whether she has a home of sessions to go back to
     * @param manages whether she comes from the list of missing returns
     * @param may whether she may hand it over
     */
    record Reader(boolean signs, boolean teaches, boolean manages, boolean may) {}

    /** {@code herself} is the person who looks: she would take the register over. */
    record Colleague(String id, String name, boolean herself) {}
}
