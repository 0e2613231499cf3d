/**
 * Holds every use of what Quarkus and Netty do not promise to keep; a minor upgrade can break these classes and no others.
 *
 * <ul>
 *   <li>{@link uk.thinkuknow.web.internals.FormFields}: {@code ResteasyReactiveRequestContext}. A filter has no public way to
 *       look at all fields of any form.
 *   <li>{@link uk.thinkuknow.web.internals.SignInChallenge}: {@code HttpAuthenticator}. An exception mapper has no public way to
 *       ask who somebody is.
 *   <li>{@link uk.thinkuknow.web.internals.SignInFailures}: {@code QuarkusHttpUser}, {@code DefaultAuthFailureHandler}. Quarkus
 *       looks up the route of each request for nothing, which cost a third of a child's answer.
 *   <li>{@link uk.thinkuknow.web.internals.KeycloakWords}: the word under which Quarkus notes on a request that it renews tokens.
 *       A {@code TokenStateManager} is not told a renewal from a sign-out.
 *   <li>{@link uk.thinkuknow.web.internals.BodyLimit}: {@code VertxHttpRecorder}. The server has one limit of the size of bodies
 *       for all addresses.
 *   <li>{@link uk.thinkuknow.web.internals.EventLoops}: Netty's executors. Vert.x does not hand out all of its event loops, each
 *       of which is timed for load shedding.
 *   <li>{@link uk.thinkuknow.web.internals.ClientTls}: {@code TlsConfigUtils}. Only extensions can put a named TLS configuration
 *       on a client.
 * </ul>
 */
@NullMarked
package uk.thinkuknow.web.internals;

import org.jspecify.annotations.NullMarked;
