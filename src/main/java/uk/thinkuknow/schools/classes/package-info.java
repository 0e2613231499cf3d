/** Creating classes by hand, from a list or from last year’s, and printing their cards. */
@NullMarked
package uk.thinkuknow.schools.classes;

import org.jspecify.annotations.NullMarked;
