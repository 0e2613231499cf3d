/** The pages on which a school and the programme manage people, claims and accounts. */
@NullMarked
package uk.thinkuknow.schools.people;

import org.jspecify.annotations.NullMarked;
