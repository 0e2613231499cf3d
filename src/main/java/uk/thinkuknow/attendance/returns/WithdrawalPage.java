package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Where a return is withdrawn, with a reason.
 *
 * @param second somebody else signs it too before it is
 * @param signer who can amend it instead, by name; empty for the signer herself
 */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WithdrawalPage(ChangePage.Head head, String counts, boolean second, String signer, String why, String problem)
        implements TemplateInstance {}
