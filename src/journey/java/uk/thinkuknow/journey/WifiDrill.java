package uk.thinkuknow.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * {@code scripts/drill wifi}: breaks a child's network and tablet in many ways, in a real browser; all ten answers must
 * be stored once.
 */
@Tag("journey")
class WifiDrill {
    private static final long IN_STEP_MILLIS = 5_000;
    private static final long OVER_A_BAD_NET_MILLIS = 30_000;

    private final List<String> failed = new ArrayList<>();

    @Test
    void allTenAnswersAreStoredOnceUnderTheirCardInEveryScene() throws Exception {
        try (var scenes = new WifiScenes()) {
            drill(
                    scenes,
                    "offline for 60 s in question 3 of 10",
                    IN_STEP_MILLIS,
                    () -> scenes.offline(Duration.ofSeconds(60)));
            drill(scenes, "reloaded offline", IN_STEP_MILLIS, scenes::reloadedOffline);
            drill(scenes, "tab closed and opened again offline", IN_STEP_MILLIS, scenes::tabClosed);
            drill(scenes, "flat battery: another start, without its cookie", IN_STEP_MILLIS, scenes::batteryFlat);
            drill(scenes, "answer lost after it was stored", IN_STEP_MILLIS, scenes::answerLostAfterItWasStored);
            drill(scenes, "five fast clicks on every question", IN_STEP_MILLIS, scenes::fiveFastClicks);
            drill(scenes, "a second device, the first one silent", IN_STEP_MILLIS, scenes::secondDevice);
            drill(scenes, "handed over while answers wait", IN_STEP_MILLIS, scenes::handedOverWhileAnswersWait);
            drill(
                    scenes,
                    "workers forbidden, offline for 20 s",
                    IN_STEP_MILLIS,
                    () -> scenes.offlineWithoutWorker(Duration.ofSeconds(20)));
            drill(
                    scenes,
                    "storage and cookies blocked, offline for 60 s",
                    IN_STEP_MILLIS,
                    () -> scenes.offlineWithoutStorage(Duration.ofSeconds(60)));
            overALossyNet(scenes);
        }
        assertEquals(List.of(), failed);
    }

    private void overALossyNet(WifiScenes scenes) throws IOException, InterruptedException {
        try (var net = new LossyNetwork()) {
            drill(
                    scenes,
                    "10% of packets dropped each way (nftables in a network of its own)",
                    OVER_A_BAD_NET_MILLIS,
                    () -> scenes.overALossyNet(net));
        } catch (IOException e) {
            failed.add("10% of packets dropped: " + e.getMessage());
            System.out.println("FAIL  10% of packets dropped: " + e.getMessage());
        }
    }

    /** A scene of {@link WifiScenes}. Returns the milliseconds until the answers were stored. */
    private interface Scene {
        long play() throws Exception;
    }

    private void drill(WifiScenes scenes, String name, long mostMillis, Scene scene) {
        scenes.next();
        try {
            long millis = scene.play();
            boolean intime = millis <= mostMillis;
            System.out.printf(
                    "%s  %s: 10 of 10 answers stored once under their card, in step after %,d ms (at most %,d)%n",
                    intime ? "PASS" : "FAIL", name, millis, mostMillis);
            if (!intime) {
                failed.add(name);
            }
        } catch (Exception | AssertionError e) {
            failed.add(name);
            System.out.printf(
                    "FAIL  %s: %s%n",
                    name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            e.printStackTrace(System.out);
        }
    }
}
