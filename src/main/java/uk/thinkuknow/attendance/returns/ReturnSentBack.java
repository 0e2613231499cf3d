package uk.thinkuknow.attendance.returns;

import java.time.LocalDate;
import uk.thinkuknow.common.PublicId;

/**
 * Event fired when a second person has sent a waiting return back to its signer.
 *
 * @param signer the account of the signer, who is notified
 * @param forWhom the names of the classes, or the audience
 * @param paper whether the entry of a paper register was deleted; else the register is open again
 */
public record ReturnSentBack(
        PublicId session, long signer, String forWhom, LocalDate day, String by, String why, boolean paper) {}
