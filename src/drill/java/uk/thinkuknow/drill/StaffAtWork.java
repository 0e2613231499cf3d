package uk.thinkuknow.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The demo's staff while instances are replaced: a teacher requests pages and signs lessons, and a manager reads the figures
 * of reach.
 */
final class StaffAtWork {
    private static final List<String> PERIODS = List.of(
            "year=2025-26",
            "year=2026-27",
            "year=2026-27&term=autumn",
            "year=2026-27&term=spring",
            "year=2026-27&term=summer");
    private static final List<String> COUNTS =
            List.of("key", "new", "reach", "reachUpper", "largestSession", "attendances", "sessions");
    private static final Pattern CLASS =
            Pattern.compile("name=\"class\" value=\"([a-z0-9]{10})\"(?:(?!name=\"class\").)*?5B Rowan", Pattern.DOTALL);
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final SignedInBrowser teacher;
    private final SignedInBrowser manager;
    private final Map<String, Integer> missed = new ConcurrentHashMap<>();
    private final AtomicInteger pages = new AtomicInteger();
    private Map<String, String> counted = Map.of();

    StaffAtWork(String base) {
        teacher = new SignedInBrowser(base, "/sessions/new", "5B Rowan");
        manager = new SignedInBrowser(base, "/reach", "North West");
    }

    void signInTeacher() throws InterruptedException {
        teacher.signIn("tess");
    }

    /** Signs both in, and requests a page of the teacher's every half second from now on. */
    void begin() throws InterruptedException, JsonProcessingException {
        signInTeacher();
        manager.signIn("mina");
        counted = figures();
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    request();
                    Thread.sleep(500);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Requests a page of the teacher's every half second, for some time. */
    void visit(int seconds) throws InterruptedException {
        for (long until = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < until; ) {
            request();
            Thread.sleep(500);
        }
    }

    private void request() throws InterruptedException {
        teacher.missingPage().ifPresent(what -> missed.merge(what, 1, Integer::sum));
        pages.incrementAndGet();
    }

    /** Tells how many pages were requested, and which answers came in place of some. */
    boolean judgePages() {
        System.out.println((missed.isEmpty() ? "ok    " : "FAIL  ") + "requested " + pages
                + " staff pages while signed in; failed: " + new TreeMap<>(missed));
        return missed.isEmpty();
    }

    /** Compares the figures of all schools with those read last, which later signatures were added to. */
    boolean judgeSame() throws InterruptedException, JsonProcessingException {
        var now = eventually(counted);
        boolean same = now.equals(counted);
        System.out.printf(
                "%s  figures of %d schools and periods %s%n",
                same ? "ok  " : "FAIL",
                counted.size(),
                same ? "are the same as before" : "differ: " + differences(now));
        return same;
    }

    /** Signs a lesson of a few seconds, and compares how many attendances more there are with what the page then says. */
    boolean judgeSigned(int heads) throws InterruptedException, JsonProcessingException {
        int before = attendances();
        boolean counts = sign(heads);
        int more = counts ? heads : 0;
        for (long until = System.nanoTime() + PATIENCE_NANOS;
                attendances() != before + more && System.nanoTime() < until; ) {
            Thread.sleep(200);
        }
        int added = attendances() - before;
        counted = figures();
        System.out.printf(
                "%s  signed a lesson of seconds for %d children, which %s: %d attendances more%n",
                added == more ? "ok  " : "FAIL", heads, counts ? "counts" : "waits", added);
        return added == more;
    }

    /** Returns whether the return counts; otherwise it waits for a second person. */
    private boolean sign(int heads) throws InterruptedException {
        var choose = teacher.get("/sessions/new");
        var found = CLASS.matcher(choose.body());
        if (!found.find()) {
            throw new IllegalStateException("no class to start a lesson with: " + SignedInBrowser.inWords(choose));
        }
        var room = teacher.post(
                choose,
                "/sessions/start",
                Map.of(
                        "module", "who-is-really-there",
                        "class", found.group(1),
                        "devices", "no",
                        "other-band", "yes"));
        var session = room.uri().getPath();
        var register = teacher.post(room, session + "/end", Map.of());
        var signed = teacher.post(
                register,
                session + "/register/sign",
                Map.of("heads-" + found.group(1), "" + heads, "kept-" + found.group(1), "heads"));
        if (!signed.uri().getPath().equals(session + "/return")) {
            throw new IllegalStateException("not signed: " + SignedInBrowser.inWords(signed));
        }
        return signed.body().contains(">Return signed</h1>");
    }

    private int attendances() throws InterruptedException, JsonProcessingException {
        return report(PERIODS.get(1)).get("total").get("attendances").asInt();
    }

    private Map<String, String> eventually(Map<String, String> expected)
            throws InterruptedException, JsonProcessingException {
        var now = figures();
        for (long until = System.nanoTime() + PATIENCE_NANOS; !now.equals(expected) && System.nanoTime() < until; ) {
            Thread.sleep(200);
            now = figures();
        }
        return now;
    }

    /** The counts of each school, by period and school. */
    private Map<String, String> figures() throws InterruptedException, JsonProcessingException {
        var figures = new TreeMap<String, String>();
        for (var period : PERIODS) {
            for (var row : report(period + "&by=school").get("rows")) {
                figures.put(period + " " + row.get("key").asText(), counts(row));
            }
        }
        return figures;
    }

    private JsonNode report(String query) throws InterruptedException, JsonProcessingException {
        var answer = manager.get("/api/reach?" + query);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no figures: " + SignedInBrowser.inWords(answer));
        }
        return new JsonMapper().readTree(answer.body());
    }

    private static String counts(JsonNode row) {
        var counts = new StringBuilder();
        COUNTS.forEach(
                name -> counts.append(name).append(' ').append(row.get(name)).append("; "));
        return counts.toString();
    }

    private Map<String, String> differences(Map<String, String> now) {
        var differ = new TreeMap<String, String>();
        counted.forEach((key, was) -> {
            var is = now.getOrDefault(key, "gone");
            if (!is.equals(was)) {
                differ.put(key, was + " -> " + is);
            }
        });
        return differ;
    }
}
