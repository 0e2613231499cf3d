package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.web.Gzip;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the size in bytes of a first visit to the live room. */
@QuarkusTest
class LiveRoomWeightTest extends ClassroomTest {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");
    private static final Pattern PART = Pattern.compile("(?:from \"\\./|url\\(\\.\\./)([^\")]+)");

    /** Counts a first visit: the page, its style and scripts, two font weights and the drawings of a class of 30. */
    @Test
    void theLiveRoomWeighsNoMoreThan60KilobytesCompressed() {
        var page = StaffBrowser.as(session.teacher() + " teacher")
                .get("/sessions/" + session.publicId())
                .asByteArray();
        int sum = Gzip.of(page).length;
        for (var address : assetsOf(new String(page, java.nio.charset.StandardCharsets.UTF_8))) {
            sum += weight(address);
        }
        assertTrue(sum <= 60_000, sum + " bytes");
    }

    private static int weight(String address) {
        var bytes = given().header("Accept-Encoding", "identity").get(address).asByteArray();
        return address.endsWith(".woff2") ? bytes.length : Gzip.of(bytes).length;
    }

    private static Set<String> assetsOf(String page) {
        var found = new LinkedHashSet<String>();
        ASSET.matcher(page).results().forEach(one -> found.add(one.group(1)));
        for (var address : Set.copyOf(found)) {
            if (address.endsWith(".js") || address.endsWith(".css")) {
                var base = address.substring(0, address.indexOf('/', "/assets/".length()) + 1);
                var folder = address.endsWith(".js") ? base + "js/" : base;
                PART.matcher(given().get(address).asString())
                        .results()
                        .map(one -> one.group(1))
                        .filter(one -> !one.contains("-latin-")) // fetched only by a page with a rare character
                        .forEach(one -> found.add(folder + one));
            }
        }
        return found;
    }
}
