/** Modules: the lessons folder, steps and questions, marking, and published versions that never change. */
@NullMarked
package uk.thinkuknow.curriculum;

import org.jspecify.annotations.NullMarked;
