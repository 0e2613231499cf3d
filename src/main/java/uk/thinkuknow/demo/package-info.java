/** Invents schools, classes, returns and other data for demonstrations and tests. */
@NullMarked
package uk.thinkuknow.demo;

import org.jspecify.annotations.NullMarked;
