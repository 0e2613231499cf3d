/** Emails to staff and other adults: an outbox written in the transaction they belong to, and sent after it commits. */
@NullMarked
package uk.thinkuknow.operations.mail;

import org.jspecify.annotations.NullMarked;
