/** Signed calls to external systems from an outbox, by the Standard Webhooks specification. */
@NullMarked
package uk.thinkuknow.operations.webhook;

import org.jspecify.annotations.NullMarked;
