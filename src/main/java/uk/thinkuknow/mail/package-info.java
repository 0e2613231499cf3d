/** E-mails to members of staff: an outbox written together with what they tell of, and sent after that is certain. */
@NullMarked
package uk.thinkuknow.mail;

import org.jspecify.annotations.NullMarked;
