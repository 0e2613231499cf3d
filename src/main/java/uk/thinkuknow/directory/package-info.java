/** The national registers: taking their files in, and the page of every school in them. */
@NullMarked
package uk.thinkuknow.directory;

import org.jspecify.annotations.NullMarked;
