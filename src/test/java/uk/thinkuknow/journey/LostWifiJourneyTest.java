package uk.thinkuknow.journey;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short sample of {@code scripts/drill wifi}. */
@Tag("journey")
class LostWifiJourneyTest {
    @Test
    void tenOfTenAnswersAreStoredOnceWhateverTheNetworkAndTheTabletDo() throws Exception {
        try (var scenes = new WifiScenes()) {
            scenes.next();
            scenes.answerLostAfterItWasStored();
            scenes.next();
            scenes.fiveFastClicks();
            scenes.next();
            scenes.batteryFlat();
            scenes.next();
            scenes.offlineWithoutStorage(Duration.ofSeconds(12));
        }
    }
}
