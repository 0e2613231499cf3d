/** How long data are kept: the rules of all rooms in one table, run every night and logged. */
@NullMarked
package uk.thinkuknow.operations.retention;

import org.jspecify.annotations.NullMarked;
