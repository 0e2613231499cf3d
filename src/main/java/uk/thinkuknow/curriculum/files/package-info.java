/** Reads, checks and writes the YAML files of a lesson and its translation. */
@NullMarked
package uk.thinkuknow.curriculum.files;

import org.jspecify.annotations.NullMarked;
