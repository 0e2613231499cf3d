/** Schools and their areas, classes and cards. */
@NullMarked
package uk.thinkuknow.schools.school;

import org.jspecify.annotations.NullMarked;
