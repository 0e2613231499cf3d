/** The pages of the library for staff, and lessons on paper. */
@NullMarked
package uk.thinkuknow.curriculum.pages;

import org.jspecify.annotations.NullMarked;
