package uk.thinkuknow.common;

import jakarta.inject.Singleton;

/** Whether the installation under test holds invented data only; what the database says of it stays as it is. */
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
