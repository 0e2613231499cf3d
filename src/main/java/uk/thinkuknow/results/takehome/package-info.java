/** Take-home results: a class's results after a lesson, its certificate and a sheet of what was learned. */
@NullMarked
package uk.thinkuknow.results.takehome;

import org.jspecify.annotations.NullMarked;
