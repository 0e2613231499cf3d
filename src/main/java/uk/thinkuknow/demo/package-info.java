/** Invented schools, classes and past returns, so that a newcomer sees the product with a shape. */
@NullMarked
package uk.thinkuknow.demo;

import org.jspecify.annotations.NullMarked;
