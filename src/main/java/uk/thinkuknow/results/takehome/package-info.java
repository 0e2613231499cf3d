/** What a class learned, on a sheet to take home. */
@NullMarked
package uk.thinkuknow.results.takehome;

import org.jspecify.annotations.NullMarked;
