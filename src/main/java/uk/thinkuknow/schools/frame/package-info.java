/** The frame of every staff page: the signed-in person, their school and the menu. */
@NullMarked
package uk.thinkuknow.schools.frame;

import org.jspecify.annotations.NullMarked;
