/**
 * The rules of reach: turns the cards and heads of signed returns into figures with lower and upper bounds. No SQL, no
 * CDI.
 */
@NullMarked
package uk.thinkuknow.counting;

import org.jspecify.annotations.NullMarked;
