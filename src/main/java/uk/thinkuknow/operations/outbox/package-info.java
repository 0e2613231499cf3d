/** Outboxes: messages to external systems, written in the transaction of their cause, then sent with retries. */
@NullMarked
package uk.thinkuknow.operations.outbox;

import org.jspecify.annotations.NullMarked;
