/** The accounts of staff, their roles and areas, and the audit entries of what they did. */
@NullMarked
package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.NullMarked;
