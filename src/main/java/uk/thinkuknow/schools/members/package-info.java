/** Who belongs to which school: memberships, safeguarding leads and orders to Keycloak. */
@NullMarked
package uk.thinkuknow.schools.members;

import org.jspecify.annotations.NullMarked;
