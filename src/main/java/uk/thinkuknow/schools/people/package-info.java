/** The pages on which schools and the programme manage staff, claims and accounts. */
@NullMarked
package uk.thinkuknow.schools.people;

import org.jspecify.annotations.NullMarked;
