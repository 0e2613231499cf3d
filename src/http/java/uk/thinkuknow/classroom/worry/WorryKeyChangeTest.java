package uk.thinkuknow.classroom.worry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.PublicId;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that after a change of keys worries and notes are encrypted again, and the old key is needed no more. */
@QuarkusTest
class WorryKeyChangeTest {
    @Inject
    GivenWorry given;

    @Inject
    Worries worries;

    @Inject
    RandomGenerator random;

    @Inject
    Event<Jobs> event;

    @ConfigProperty(name = "thinkuknow.worry-keys")
    String inUse;

    @Test
    void afterAChangeOfKeysWorriesAndNotesOpenWithTheNewKeyAlone() {
        var place = given.school();
        var id = given.sent(place, 7, "words");
        var page = "/worries/" + id;
        place.asLead().post(page, page + "/open");
        place.asLead().post(page, page + "/note", "text", "a note");
        var fresh = new byte[32];
        random.nextBytes(fresh);
        var changed = "changed:" + Base64.getEncoder().encodeToString(fresh);
        new WorryKeyChange(worries, keys(changed + "," + inUse)).run();
        var alone = keys(changed);
        QuarkusTransaction.requiringNew().run(() -> {
            var of = new PublicId(id);
            var worry = worries.find("publicId", id).singleResult();
            assertEquals("words", alone.open(worry.words(), WorryParts.words(of)));
            alone.open(worry.sender(), WorryParts.sender(of));
            var note = worries.notesOf(worry.id()).getFirst();
            assertEquals("a note", alone.open(note.note(), WorryParts.note(of)));
        });
        new WorryKeyChange(worries, keys(inUse + "," + changed)).run(); // as the other tests read them
        place.asLead().get(page).then().statusCode(200);
    }

    @Test
    void aJobDoesItEachHour() {
        var jobs = new Jobs();
        event.fire(jobs);
        var job = jobs.all().stream()
                .filter(each -> each.key().equals("worry-keys"))
                .findFirst()
                .orElseThrow();
        assertEquals(Instant.EPOCH.plusSeconds(3600), job.schedule().after().apply(Instant.EPOCH));
    }

    private WorryKeys keys(String settings) {
        return new WorryKeys(Optional.of(settings), random);
    }
}
