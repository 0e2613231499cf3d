/** Signing in and out with Keycloak, and the stored sign-ins. */
@NullMarked
package uk.thinkuknow.identity.signin;

import org.jspecify.annotations.NullMarked;
