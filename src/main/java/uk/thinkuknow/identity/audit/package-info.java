/** The audit pages, and the check of the audit's chain of hashes. */
@NullMarked
package uk.thinkuknow.identity.audit;

import org.jspecify.annotations.NullMarked;
