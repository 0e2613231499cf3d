/** Other systems that are told when something is published: signed calls from an outbox, after the Standard Webhooks specification. */
@NullMarked
package uk.thinkuknow.webhook;

import org.jspecify.annotations.NullMarked;
