/** Sessions: one delivery of a module to one or more classes, from start to end. */
@NullMarked
package uk.thinkuknow.session;

import org.jspecify.annotations.NullMarked;
