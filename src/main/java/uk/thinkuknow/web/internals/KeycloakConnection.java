package uk.thinkuknow.web.internals;

import io.quarkus.logging.Log;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads Keycloak's keys in the background after a start at which it did not answer. Otherwise the first page of
 * signed-in staff would have to, and if Keycloak is away then, it is refused.
 */
@Singleton
class KeycloakConnection {
    private static final long TRY_EVERY_MILLIS = 10_000;

    void begin(@Observes StartupEvent start, Vertx vertx, TenantConfigBean tenants) {
        var keycloak = tenants.getDefaultTenant();
        if (!keycloak.ready()) {
            vertx.setPeriodic(TRY_EVERY_MILLIS, timer -> {
                if (keycloak.ready()) {
                    vertx.cancelTimer(timer);
                } else {
                    keycloak.initialize()
                            .subscribe()
                            .with(
                                    connected -> Log.info("Keycloak answers now"),
                                    away -> Log.debug("Keycloak is still away", away));
                }
            });
        }
    }
}
