/** Schools and where they lie, classes and their cards. */
@NullMarked
package uk.thinkuknow.school;

import org.jspecify.annotations.NullMarked;
