/** Whether the figure holds: returns drawn by chance and asked again of their schools, and what that comes to. */
@NullMarked
package uk.thinkuknow.check;

import org.jspecify.annotations.NullMarked;
