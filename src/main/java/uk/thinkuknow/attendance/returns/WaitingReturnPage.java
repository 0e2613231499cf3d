package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Supplies the page of a signed return that waits for a second person. Implemented by a package that depends on this
 * one.
 */
public interface WaitingReturnPage {
    /** Returns the page; empty if the usual page of a return is shown, because it does not wait or is that of a visit. */
    Optional<TemplateInstance> of(StaffMember reader, PublicId session);
}
