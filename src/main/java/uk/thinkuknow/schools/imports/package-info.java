/** Importing the national registers of schools, and moving classes when one school succeeds another. */
@NullMarked
package uk.thinkuknow.schools.imports;

import org.jspecify.annotations.NullMarked;
