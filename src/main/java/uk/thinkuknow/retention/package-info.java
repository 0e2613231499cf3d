/** How long things are kept: the rules of all features in one table, run every night, each run written down. */
@NullMarked
package uk.thinkuknow.retention;

import org.jspecify.annotations.NullMarked;
