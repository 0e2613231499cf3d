/** The frame of every page of staff: the person, their school and the menu. */
@NullMarked
package uk.thinkuknow.schools.frame;

import org.jspecify.annotations.NullMarked;
