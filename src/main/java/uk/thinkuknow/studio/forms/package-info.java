/** The forms of the studio: fields of a lesson, and how what is typed becomes a lesson. */
@NullMarked
package uk.thinkuknow.studio.forms;

import org.jspecify.annotations.NullMarked;
