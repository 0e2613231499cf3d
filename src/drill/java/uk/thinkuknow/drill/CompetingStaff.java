package uk.thinkuknow.drill;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.drill.StaffHistory.Act;
import uk.thinkuknow.drill.StaffHistory.Outcome;
import uk.thinkuknow.drill.StaffHistory.Race;
import uk.thinkuknow.drill.StaffHistory.Reading;

/**
 * The demo's staff at work against each other during faults; a {@link StaffHistory} keeps what they are told.
 *
 * <p>Teachers add words to the needs of a booking, each to the words they have read, as in the list-append histories of
 * Jepsen. Others ask for sessions, and without an answer again under the same key. Two sign the same register; two managers
 * decide on the return, and on its withdrawal.
 */
final class CompetingStaff {
    static final int HEADS = 17;
    static final int OTHER_HEADS = 23;
    private static final List<String> TEACHERS = List.of("tess", "tess", "tess", "tess", "tess");
    private static final String CONFIRMER = "mina";
    private static final String REFUSER = "meg";
    private static final int LISTS = 2;

    /** One answer in this many to who asks for a session is treated as lost, so that they ask again for a booking that is there. */
    private static final int ONE_LOST_OF = 4;

    private static final int WORDS_AT_MOST = 900;
    private static final Pattern CLASS =
            Pattern.compile("name=\"class\" value=\"([a-z0-9]{10})\"(?:(?!name=\"class\").)*?5B Rowan", Pattern.DOTALL);
    private static final Pattern NEEDS = Pattern.compile("<textarea[^>]*name=\"needs\"[^>]*>([^<]*)</textarea>");
    private static final String LESSON = "who-is-really-there";

    private final List<String> without;
    private final List<SignedInBrowser> teachers;
    private final SignedInBrowser confirmer;
    private final SignedInBrowser refuser;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final StaffHistory history = new StaffHistory();
    private volatile List<String> lists = List.of();
    private String schoolClass = "";
    private LocalDate nextDay = LocalDate.now().plusDays(7);
    private int nextHour = 8;
    private int numbers;

    CompetingStaff(String base, List<String> without) {
        this.without = without;
        teachers = TEACHERS.stream()
                .map(any -> new SignedInBrowser(base, "/sessions/new", "5B Rowan"))
                .toList();
        confirmer = new SignedInBrowser(base, "/reach", "North West");
        refuser = new SignedInBrowser(base, "/reach", "North West");
    }

    /** Signs everybody in, and lets them work until the drill ends. */
    void begin() throws InterruptedException {
        for (int i = 0; i < TEACHERS.size(); i++) {
            teachers.get(i).signIn(TEACHERS.get(i));
        }
        confirmer.signIn(CONFIRMER);
        refuser.signIn(REFUSER);
        var found = CLASS.matcher(teachers.getFirst().get("/sessions/new").body());
        if (!found.find()) {
            throw new IllegalStateException("no class to book for");
        }
        schoolClass = found.group(1);
        beginRound();
        for (int i = 0; i < 3; i++) {
            var teacher = teachers.get(i);
            repeat(() -> append(teacher));
        }
        repeat(() -> {
            ask(teachers.get(3));
            return true;
        });
        repeat(this::teach);
    }

    /** Forgets what was compared already, and begins new lists; does nothing before staff are at work. */
    void beginRound() throws InterruptedException {
        if (schoolClass.isEmpty()) {
            return;
        }
        history.clear();
        var begun = new ArrayList<String>();
        while (begun.size() < LISTS) {
            var booking = ask(teachers.getFirst());
            if (booking != null) {
                begun.add(booking);
            }
        }
        lists = begun;
    }

    /** Waits for the acts in progress and pauses everybody until {@link #resume}. */
    void pause() {
        gate.writeLock().lock();
    }

    void resume() {
        gate.writeLock().unlock();
    }

    /** Compares the history with the database, as {@link StaffHistory#judge}; before staff are at work all is right. */
    boolean judge(Connection database) throws SQLException {
        return schoolClass.isEmpty() || history.judge(database);
    }

    private void repeat(Callable<?> act) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    inGate(act);
                    Thread.sleep(300 + ThreadLocalRandom.current().nextLong(600));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void inGate(Callable<?> act) throws InterruptedException {
        gate.readLock().lockInterruptibly();
        try {
            act.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            history.count("not begun: " + e.getMessage());
        } finally {
            gate.readLock().unlock();
        }
    }

    private synchronized int number() {
        return ++numbers;
    }

    private static Outcome outcomeOf(@Nullable HttpResponse<String> answer, boolean done) {
        if (answer == null || answer.statusCode() >= 500 || answer.statusCode() == 429) {
            return Outcome.UNKNOWN;
        }
        return done && answer.statusCode() == 200 ? Outcome.DONE : Outcome.REFUSED;
    }

    private static @Nullable HttpResponse<String> tried(Callable<HttpResponse<String>> request)
            throws InterruptedException {
        try {
            return request.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return null;
        }
    }

    /** Adds a word to the words of a booking's needs that the person has read. */
    private boolean append(SignedInBrowser teacher) throws InterruptedException {
        var list = lists.get(ThreadLocalRandom.current().nextInt(LISTS));
        var path = "/bookings/" + list + "/change";
        var page = opened(teacher, path);
        var found = NEEDS.matcher(page.body());
        if (!found.find() || found.group(1).length() > WORDS_AT_MOST) {
            return false;
        }
        var read = found.group(1).strip();
        history.add(new Reading(list, wordsOf(read)));
        if (without.contains("version")) {
            Thread.sleep(500);
            page = opened(teacher, path); // takes over the newest version, but not the words that came with it
        }
        var shown = page;
        var word = "w" + number();
        var fields = new HashMap<>(fields(value(page, "room"), value(page, "date-1"), value(page, "time-1")));
        fields.put("needs", (read + " " + word).strip());
        fields.put("version", value(page, "version"));
        var answer = tried(() -> teacher.submit(shown, path, fields));
        boolean done = answer != null && answer.uri().getPath().equals("/bookings/" + list);
        history.add(new Act(list, word, outcomeOf(answer, done)));
        return done;
    }

    private static HttpResponse<String> opened(SignedInBrowser browser, String path) throws InterruptedException {
        var page = browser.get(path);
        if (page.statusCode() != 200) {
            throw new IllegalStateException("page " + page.statusCode());
        }
        return page;
    }

    static List<String> wordsOf(String needs) {
        return needs.isBlank() ? List.of() : List.of(needs.strip().split("\\s+"));
    }

    /** Asks for a session until there is an answer, each time under the same key; returns the booking, or null if refused. */
    private @Nullable String ask(SignedInBrowser teacher) throws InterruptedException {
        var form = opened(teacher, "/bookings/new");
        var room = "r" + number();
        var key = value(form, "key");
        for (int tried = 0; tried < 60; tried++) {
            var slot = slot();
            var fields = new HashMap<>(fields(room, slot.day(), slot.time()));
            fields.put("key", without.contains("key") ? key + tried : key);
            var answer = tried(() -> teacher.submit(form, "/bookings", fields));
            boolean done = answer != null && answer.uri().getPath().matches("/bookings/[a-z0-9]{10,12}");
            var outcome = outcomeOf(answer, done);
            boolean lost = tried == 0 && ThreadLocalRandom.current().nextInt(ONE_LOST_OF) == 0;
            if (answer != null && done && !lost) {
                history.add(new Act("", room, outcome));
                return answer.uri().getPath().substring("/bookings/".length());
            }
            if (outcome == Outcome.REFUSED) {
                skipDay(slot.day()); // no school, or a holiday
            } else {
                back(slot);
                Thread.sleep(1000);
            }
        }
        history.add(new Act("", room, Outcome.UNKNOWN));
        return null;
    }

    /** A day and a time for a booking. */
    private record TimeAsked(String day, String time) {}

    private synchronized TimeAsked slot() {
        if (++nextHour > 14) {
            skipDay(nextDay.toString());
        }
        while (nextDay.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            nextDay = nextDay.plusDays(1);
        }
        return new TimeAsked(nextDay.toString(), "%02d:%02d".formatted(nextHour, 0));
    }

    private synchronized void skipDay(String day) {
        if (nextDay.toString().equals(day)) {
            nextDay = nextDay.plusDays(1);
            nextHour = 9;
        }
        if (nextDay.isAfter(LocalDate.now().plusDays(350))) {
            nextDay = LocalDate.now().plusDays(7);
        }
    }

    private synchronized void back(TimeAsked slot) {
        if (nextDay.toString().equals(slot.day())) {
            nextHour--;
        }
    }

    private Map<String, String> fields(String room, String day, String time) {
        return Map.ofEntries(
                Map.entry("module", LESSON),
                Map.entry("audience", "LESSON"),
                Map.entry("class", schoolClass),
                Map.entry("other-band", "yes"),
                Map.entry("delivery", "VISIT"),
                Map.entry("language", "en"),
                Map.entry("date-1", day),
                Map.entry("time-1", time),
                Map.entry("minutes", "60"),
                Map.entry("devices", "no"),
                Map.entry("room", room));
    }

    /** The value of a field on a page, whether hidden or not; empty if there is no such field. */
    private static String value(HttpResponse<String> page, String name) {
        var found = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    /** A lesson of seconds: two sign its register, two managers decide on the return, and then on its withdrawal. */
    private boolean teach() throws InterruptedException {
        var teacher = teachers.get(4);
        var choose = opened(teacher, "/sessions/new");
        var room = teacher.submit(
                choose,
                "/sessions/start",
                Map.of("module", LESSON, "class", schoolClass, "devices", "no", "other-band", "yes"));
        if (room.statusCode() != 200) {
            endRunning(teacher);
            throw new IllegalStateException("start " + room.statusCode());
        }
        var session = room.uri().getPath().replaceFirst("^/sessions/", "").replaceFirst("/.*", "");
        var register = teacher.post(room, "/sessions/" + session + "/end", Map.of());
        race(
                "sign",
                session,
                () -> sign(teacher, register, session, HEADS),
                () -> sign(
                        teachers.get(2),
                        opened(teachers.get(2), "/sessions/" + session + "/register"),
                        session,
                        OTHER_HEADS));
        var decides = "/returns-to-confirm/" + session;
        var confirmed = race(
                "confirm",
                session,
                () -> decide(confirmer, decides, decides + "/answer", Map.of("answer", "right"), "confirmed, with"),
                () -> decide(
                        refuser,
                        decides,
                        decides + "/answer",
                        Map.of("answer", "wrong", "why", "Too many."),
                        "Sent back."));
        if (confirmed.first() != Outcome.DONE) {
            return false;
        }
        var change = "/sessions/" + session + "/change";
        var asks = "/sessions/" + session + "/withdrawal";
        teachers.get(2).post(opened(teachers.get(2), asks), asks, Map.of("why", "Entered twice."));
        race(
                "withdraw",
                session,
                () -> decide(confirmer, change, change + "/sign", Map.of(), "Signed. The change counts"),
                () -> decide(refuser, change, change + "/refuse", Map.of("why", "It is right."), "Not signed."));
        return true;
    }

    /** Ends the session that runs because its start or its end was interrupted. */
    private static void endRunning(SignedInBrowser teacher) throws InterruptedException {
        var home = opened(teacher, "/staff");
        var running = Pattern.compile("href=\"/sessions/([a-z0-9]{10})\"").matcher(home.body());
        if (running.find()) {
            teacher.submit(home, "/sessions/" + running.group(1) + "/end", Map.of());
        }
    }

    private Outcome sign(SignedInBrowser teacher, HttpResponse<String> register, String session, int heads)
            throws InterruptedException {
        var answer = tried(() -> teacher.submit(
                register,
                "/sessions/" + session + "/register/sign",
                Map.of("heads-" + schoolClass, "" + heads, "kept-" + schoolClass, "heads")));
        boolean done = answer != null
                && answer.uri().getPath().endsWith("/return")
                && Pattern.compile("\\b" + heads + " children\\b")
                        .matcher(answer.body())
                        .find();
        return outcomeOf(answer, done);
    }

    private static Outcome decide(
            SignedInBrowser manager, String pageAt, String path, Map<String, String> fields, String words)
            throws InterruptedException {
        var page = opened(manager, pageAt);
        var all = new HashMap<>(fields);
        all.put("seen", value(page, "seen"));
        var answer = tried(() -> manager.submit(page, path, all));
        boolean done = answer != null
                && Pattern.compile(words)
                        .matcher(SignedInBrowser.inWords(answer))
                        .find();
        return outcomeOf(answer, done);
    }

    private Race race(String kind, String session, Callable<Outcome> one, Callable<Outcome> other)
            throws InterruptedException {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> outcome(one), both);
            var second = CompletableFuture.supplyAsync(() -> outcome(other), both);
            var race = new Race(kind, session, first.join(), second.join());
            history.add(race);
            return race;
        }
    }

    /** A page that did not open decides nothing. */
    private static Outcome outcome(Callable<Outcome> act) {
        try {
            return act.call();
        } catch (Exception e) {
            return Outcome.REFUSED;
        }
    }
}
