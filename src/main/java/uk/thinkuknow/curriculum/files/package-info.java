/** The lesson files: reading, checking and writing the YAML of a lesson and its translation. */
@NullMarked
package uk.thinkuknow.curriculum.files;

import org.jspecify.annotations.NullMarked;
