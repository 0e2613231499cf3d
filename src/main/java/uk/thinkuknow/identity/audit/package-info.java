/** The pages of the audit, and the check of its chain of hashes. */
@NullMarked
package uk.thinkuknow.identity.audit;

import org.jspecify.annotations.NullMarked;
