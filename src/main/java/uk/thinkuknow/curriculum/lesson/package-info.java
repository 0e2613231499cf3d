/** The model of a lesson: steps, questions, pictures, recordings, marking and rights. */
@NullMarked
package uk.thinkuknow.curriculum.lesson;

import org.jspecify.annotations.NullMarked;
