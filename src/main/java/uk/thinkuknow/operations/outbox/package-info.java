/** What waits to be sent to a system outside: written with the act it tells of, claimed, sent, tried again, given up, deleted. */
@NullMarked
package uk.thinkuknow.operations.outbox;

import org.jspecify.annotations.NullMarked;
