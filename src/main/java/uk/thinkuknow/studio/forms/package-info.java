/** The studio's forms: their fields, and the conversion of submitted forms into a lesson. */
@NullMarked
package uk.thinkuknow.studio.forms;

import org.jspecify.annotations.NullMarked;
