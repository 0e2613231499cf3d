package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * The reach figures of a region in the current term, as a manager reads them from the API, where {@code fresh} is
 * called {@code new}.
 */
record RegionFigures(int reach, int fresh, int attendances, int sessions, int awaiting) {
    static RegionFigures of(Page manager, String region) {
        var today = term();
        var asked = Product.running().address() + "/api/reach?by=region&year=" + today[0] + "&term=" + today[1];
        var answer = Chromium.answer(() -> manager.request().get(asked));
        try {
            for (JsonNode row : new ObjectMapper().readTree(answer.text()).get("rows")) {
                if (row.get("key").asText().equals(region)) {
                    return new RegionFigures(
                            row.get("reach").asInt(),
                            row.get("new").asInt(),
                            row.get("attendances").asInt(),
                            row.get("sessions").asInt(),
                            row.get("awaiting").asInt());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no such region in " + answer.text());
    }

    /** Returns the difference from figures that were read before. */
    RegionFigures since(RegionFigures before) {
        return new RegionFigures(
                reach - before.reach,
                fresh - before.fresh,
                attendances - before.attendances,
                sessions - before.sessions,
                awaiting - before.awaiting);
    }

    private static String[] term() {
        try (var database = Product.running().database();
                var rows = database.createStatement()
                        .executeQuery("select year_key, term_key from term where nation = 'england'"
                                + " and current_date between first_day and last_day")) {
            rows.next();
            return new String[] {rows.getString(1), rows.getString(2)};
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
