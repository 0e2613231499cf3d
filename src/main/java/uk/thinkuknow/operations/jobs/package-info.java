/** Runs the jobs that other packages register, each on one instance or on every instance. */
@NullMarked
package uk.thinkuknow.operations.jobs;

import org.jspecify.annotations.NullMarked;
