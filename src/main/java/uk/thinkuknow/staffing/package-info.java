/** Who belongs to which school: claims, invitations, safeguarding leads and leavers; and the accounts in Keycloak that follow. */
@NullMarked
package uk.thinkuknow.staffing;

import org.jspecify.annotations.NullMarked;
