/** The only uses of internal classes of Quarkus, Vert.x and Netty, which an upgrade may break. */
// Why each is needed:
// ArrivingBodies: RoutingContextInternal. A filter has no public way to give a request the body that it has read.
// BodyLimit: VertxHttpRecorder. The server has one limit of body size for all paths.
// ClientTls: TlsConfigUtils. Only extensions can put a named TLS configuration on a client.
// EventLoops: Netty's executors. Vert.x does not expose its event loops, whose lag is measured for load shedding.
// FormFields: ResteasyReactiveRequestContext, Netty. A filter has no public way to read all fields of any form.
// HostCookies: ServerCookie. Quarkus OIDC has no setting for its cookies' names, and Vert.x does not say which are new.
// KeycloakConnection: TenantConfigBean. Quarkus tries again only when a page needs Keycloak.
// SlowSenders: Netty's channels, Vert.x's ConnectionBase. Neither Quarkus nor Vert.x limits how long a header may take.
// TokenRenewal: Quarkus notes a token renewal under its own key; a TokenStateManager cannot tell it from a sign-out.
// SenderIdentity: QuarkusHttpUser. A filter has no public way to ask who sends a request.
// SignInChallenge: HttpAuthenticator. An exception mapper has no public way to start a sign-in.
// SignInFailureFilter: QuarkusHttpUser, DefaultAuthFailureHandler. Quarkus looks up the route of each request in vain,
//     which cost a third of the time of a child's answer.
@NullMarked
package uk.thinkuknow.web.internals;

import org.jspecify.annotations.NullMarked;
