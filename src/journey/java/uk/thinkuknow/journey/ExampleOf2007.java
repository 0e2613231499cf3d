package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * {@code scripts/drill 2007}: loads the figures of the school year 2006-07, has one manager freeze them and another
 * approve them, and issues the brief. Then a return of 300 children comes late; 120 of them were counted before.
 */
@Tag("journey")
class ExampleOf2007 {
    private static final Path PICTURES = Path.of("target/2007");
    private static final double WIDE = 1280;
    private static final double NARROW = 320;

    private final Product product = Product.running();
    private final String base = product.address();
    private int failed;

    @Test
    void frozenFiguresStayTheSameAndALateReturnBecomesAnAdjustment() throws Exception {
        try (var database = product.databaseOfOwner()) {
            YearOf2007.load(database);
        }
        countTheTotals();
        var mina = Chromium.signedIn("mina", "/reach?year=2006-07&term=year");
        says(mina, "the year's page", "750,000", "75% of the target of 1,000,000");
        picture(mina, "reach");
        mina.navigate(base + "/reach/between?from=2006-09-01&to=2007-03-31");
        says(mina, "by March", "750,000");
        mina.navigate(base + "/periods/new?period=2006-07-year");
        press(mina, "Freeze and sign");
        mina.waitForURL(Pattern.compile(".*/periods/[a-z0-9]{10}$"));
        var period = mina.url();
        var meg = Chromium.signedIn("meg", period.replace(base, ""));
        meg.getByLabel("Yes, approve them").check();
        press(meg, "Record decision");
        says(meg, "the closed year", "750,000 children", "Approved");
        press(meg, "Issue the brief");
        meg.waitForURL("**/briefs/1");
        says(meg, "the brief", "750,000 children reached", "75% of the target", "1,000,000", "1,500");
        picture(meg, "brief");
        var brief = period + "/briefs/1";
        var pdf = bytes(meg, brief + "/brief.pdf");
        var figures = bytes(meg, brief + "/figures.json");
        var hash = frozenHash();
        signLate();
        meg.navigate(period);
        press(meg, "Look for changes now");
        says(meg, "the adjustment", "180", "750,180");
        picture(meg, "adjusted");
        same("the brief's PDF is the same bytes", pdf, bytes(meg, brief + "/brief.pdf"));
        same("the brief's figures are the same bytes", figures, bytes(meg, brief + "/figures.json"));
        judge("the frozen figures keep their hash", hash.equals(frozenHash()), hash);
        press(meg, "Count it again from the returns");
        says(meg, "counted again from the returns", hash);
        judge(
                "counted again, they are the same letter by letter",
                meg.locator("[role=alert]").count() == 0,
                "");
        press(meg, "Issue the next brief");
        meg.waitForURL("**/briefs/2");
        says(meg, "the next brief, which publishes no change of one school", "750,000", "changed by too little");
        picture(meg, "brief-2");
        assertEquals(0, failed, "not as it was told");
    }

    /** Rebuilds the totals, because rows were inserted directly into the database. */
    private static void countTheTotals() throws IOException, InterruptedException {
        var command =
                new ProcessBuilder("scripts/totals-rebuild", "--data", "target/journey").redirectErrorStream(true);
        command.environment()
                .put(
                        "THINKUKNOW_APP",
                        Path.of("target/quarkus-app").toAbsolutePath().toString());
        var rebuild = command.start();
        var said = new String(rebuild.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, rebuild.waitFor(), said);
    }

    private void signLate() throws SQLException, IOException, InterruptedException {
        try (var database = product.databaseOfOwner();
                var statement = database.createStatement();
                var row = statement.executeQuery("SELECT MAX(as_at) FROM closed_period")) {
            row.next();
            var asAt = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            // a signature can be undone for ten minutes and is counted after that, so date it just after the freeze
            YearOf2007.signLate(database, asAt.plusSeconds(1));
        }
        countTheTotals();
        Thread.sleep(2_000);
    }

    private String frozenHash() throws SQLException {
        try (var database = product.database();
                var statement = database.createStatement();
                var row = statement.executeQuery("SELECT hash FROM closed_period ORDER BY id DESC LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static byte[] bytes(Page page, String address) {
        return page.request().get(address).body();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        page.waitForLoadState();
    }

    private void picture(Page page, String name) throws IOException {
        for (double width : new double[] {WIDE, NARROW}) {
            page.setViewportSize((int) width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("%s-%d.png".formatted(name, (int) width))));
        }
        page.setViewportSize((int) WIDE, 900);
    }

    private void says(Page page, String what, String... words) {
        var text = page.locator("main").innerText();
        for (var each : words) {
            judge(what + " says \"" + each + "\"", text.contains(each), page.url());
        }
    }

    private void same(String what, byte[] before, byte[] after) {
        judge(what, before.length > 0 && Arrays.equals(before, after), before.length + " bytes");
    }

    private void judge(String what, boolean holds, String figure) {
        System.out.println((holds ? "PASS  " : "FAIL  ") + what + (figure.isEmpty() ? "" : "  (" + figure + ")"));
        failed += holds ? 0 : 1;
    }
}
