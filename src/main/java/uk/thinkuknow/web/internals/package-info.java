/** Every use of what Quarkus and Netty do not promise to keep: an upgrade can break these classes and no others. */
// Why each is needed:
// BodyLimit: VertxHttpRecorder. The server has one limit of the size of bodies for all addresses.
// ClientTls: TlsConfigUtils. Only extensions can put a named TLS configuration on a client.
// EventLoops: Netty's executors. Vert.x does not hand out its event loops, each of which is timed for load shedding.
// FormFields: ResteasyReactiveRequestContext. A filter has no public way to look at all fields of any form.
// KeycloakWords: Quarkus notes under a word of its own that it renews tokens; a TokenStateManager is not told a renewal
// from a
//     sign-out.
// SignInChallenge: HttpAuthenticator. An exception mapper has no public way to ask who somebody is.
// SignInFailures: QuarkusHttpUser, DefaultAuthFailureHandler. Quarkus looks up the route of each request for nothing,
// which cost
//     a third of a child's answer.
@NullMarked
package uk.thinkuknow.web.internals;

import org.jspecify.annotations.NullMarked;
