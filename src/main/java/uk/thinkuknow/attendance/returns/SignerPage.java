package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Who signs a register, and to whom it can be handed.
 *
 * @param hers whether the person who looks is its signer
 * @param teaches whether she has a home of sessions to go back to
 * @param manages whether she comes from the list of missing returns
 * @param may whether she may hand it over
 */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SignerPage(
        Head head,
        String signer,
        boolean hers,
        boolean teaches,
        boolean manages,
        boolean may,
        List<Colleague> colleagues,
        String problem)
        implements TemplateInstance {

    /** {@code left} if its signer belongs to the school no more. */
    record Head(String session, String lesson, String classes, String when, boolean running, boolean left) {}

    /** {@code herself} is the person who looks: she would take the register over. */
    record Colleague(String id, String name, boolean herself) {}
}
