/** The national registers of schools: importing them, and what follows when one school succeeds another. */
@NullMarked
package uk.thinkuknow.schools.registers;

import org.jspecify.annotations.NullMarked;
