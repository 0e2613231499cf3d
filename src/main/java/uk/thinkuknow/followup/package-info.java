/** What follows a session: who missed it, which returns are missing, and the pack that is printed before it. */
@NullMarked
package uk.thinkuknow.followup;

import org.jspecify.annotations.NullMarked;
