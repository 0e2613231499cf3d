/** Sessions: one delivery of a lesson to one or more classes, from start to end. */
@NullMarked
package uk.thinkuknow.classroom.session;

import org.jspecify.annotations.NullMarked;
