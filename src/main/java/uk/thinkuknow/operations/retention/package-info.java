/** How long data are kept: collects the retention rules of all packages, runs them every night and records the runs. */
@NullMarked
package uk.thinkuknow.operations.retention;

import org.jspecify.annotations.NullMarked;
