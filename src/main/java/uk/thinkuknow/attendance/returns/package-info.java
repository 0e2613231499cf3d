/** Signed returns: signing, confirming, amending and withdrawing them, and second signatures. */
@NullMarked
package uk.thinkuknow.attendance.returns;

import org.jspecify.annotations.NullMarked;
