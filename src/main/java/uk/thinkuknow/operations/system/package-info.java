/** The system page: outboxes, jobs, versions, certificate and facts to check. */
@NullMarked
package uk.thinkuknow.operations.system;

import org.jspecify.annotations.NullMarked;
