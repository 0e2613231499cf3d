/** Signing in and out with Keycloak, and the sessions of people who are signed in. */
@NullMarked
package uk.thinkuknow.identity.signin;

import org.jspecify.annotations.NullMarked;
