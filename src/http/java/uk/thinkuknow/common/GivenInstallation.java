package uk.thinkuknow.common;

import jakarta.inject.Singleton;

/**
 * Makes the installation under test answer that it is a demo, or that it is not; what the database stores does not
 * change.
 */
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
