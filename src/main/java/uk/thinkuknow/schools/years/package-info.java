/** School years, terms and holidays of each nation, and the age bands: dated rows, which an administrator adds to. */
@NullMarked
package uk.thinkuknow.schools.years;

import org.jspecify.annotations.NullMarked;
