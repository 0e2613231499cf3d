/** Invented schools, classes and past returns for demonstration and tests. */
@NullMarked
package uk.thinkuknow.demo;

import org.jspecify.annotations.NullMarked;
