package uk.thinkuknow.classroom.session;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests what the form of Start asks for. */
class StartFormTest {
    /** Otherwise a teacher could hinder a booking's lesson, whose session is found by its key. */
    @Test
    void theKeyOfAFormIsNeverThatOfABookingsSession() {
        var fields = new MultivaluedHashMap<String, String>();
        fields.putSingle("key", "booking-abcdefghjk-1");
        fields.putSingle("module", "who-is-really-there");
        fields.putSingle("devices", "no");
        var form = StartForm.of(fields);
        assertFalse(form.wanted().key().startsWith("booking-"));
        assertFalse(form.withoutDevices().key().startsWith("booking-"));
    }
}
