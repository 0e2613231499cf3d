/** How long data are kept: collects the retention rules of all rooms, runs them every night and logs the runs. */
@NullMarked
package uk.thinkuknow.operations.retention;

import org.jspecify.annotations.NullMarked;
