package uk.thinkuknow.common;

import jakarta.inject.Singleton;

/** Switches the installation under test between demo and real; what the database stores does not change. */
@Singleton
public class GivenInstallation {
    private final Installation installation;

    GivenInstallation(Installation installation) {
        this.installation = installation;
    }

    public void demo(boolean demo) {
        try {
            var known = Installation.class.getDeclaredField("demo");
            known.setAccessible(true);
            known.set(installation, demo);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
