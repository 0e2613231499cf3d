/** Pages of the lesson library for staff, and the lesson on paper. */
@NullMarked
package uk.thinkuknow.curriculum.pages;

import org.jspecify.annotations.NullMarked;
