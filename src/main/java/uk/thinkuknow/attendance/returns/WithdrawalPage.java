package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page on which a return is withdrawn, with a reason.
 *
 * @param second whether somebody else must sign first
 * @param signer the name of the person who can amend it instead; empty if the reader is the signer
 */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WithdrawalPage(ChangePage.Head head, String counts, boolean second, String signer, String why, String problem)
        implements TemplateInstance {}
