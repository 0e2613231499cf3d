/** Signed returns: what a school signs for a session, its changes and second signatures. */
@NullMarked
package uk.thinkuknow.attendance.returns;

import org.jspecify.annotations.NullMarked;
