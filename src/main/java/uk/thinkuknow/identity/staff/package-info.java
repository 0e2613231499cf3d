/** The accounts of staff: who they are, which role and scope they have, and what they did. */
@NullMarked
package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.NullMarked;
