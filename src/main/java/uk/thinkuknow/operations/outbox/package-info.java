/** Messages to systems outside: each is written with its act, claimed, sent, tried again, given up, deleted. */
@NullMarked
package uk.thinkuknow.operations.outbox;

import org.jspecify.annotations.NullMarked;
