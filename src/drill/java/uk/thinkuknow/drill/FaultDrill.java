package uk.thinkuknow.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.board.RightAnswers;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.classroom.room.Secret;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * Makes the load and the verdict of a fault drill: simulated children take lessons, and a ledger of acknowledged events
 * is compared with the database. {@code scripts/drill} causes the faults; it writes commands to standard input and
 * reads each answer up to a line with a dot.
 */
public final class FaultDrill {
    private static final int SEATS_AHEAD = 600;
    private static final Duration LESSON_AT_MOST = Duration.ofSeconds(90);

    private final String name;
    private final List<String> without;
    private final DrillDatabases databases;
    private final Ledger ledger = new Ledger();
    private final LedgerLoad load;
    private final StaffAtWork staff;
    private final CompetingStaff competing;
    private String secret;
    private int rounds;
    private double longestWait;
    private double longestSilence;
    private double limit;
    private int failures;
    private boolean passed = true;
    private Ledger.LedgerComparison last = new Ledger.LedgerComparison(0, 0, 0, 0, 0, 0);

    private FaultDrill(String name, List<String> without) throws SQLException, JsonProcessingException {
        var environment = System.getenv();
        this.name = name;
        this.without = without;
        staff = new StaffAtWork(environment.getOrDefault("DRILL_ADDRESS", ""));
        competing = new CompetingStaff(environment.getOrDefault("DRILL_ADDRESS", ""), without);
        this.secret = environment.getOrDefault("DRILL_SECRET", "");
        databases = new DrillDatabases(
                List.of(environment.getOrDefault("DRILL_DATABASES", "").split(" ")),
                environment.getOrDefault("DRILL_DB_PASSWORD", ""));
        try (var database = databases.first()) {
            var habits = new LedgerChild.ChildBehaviour(
                    events(lesson(database)),
                    Long.parseLong(environment.getOrDefault("DRILL_THINKS", "400")),
                    !without.contains("retry"));
            load = new LedgerLoad(environment.getOrDefault("DRILL_ADDRESS", ""), ledger, habits);
        }
    }

    /** @param arguments the drill's name, then the safeguards to remove, as scripts/drill names them */
    public static void main(String[] arguments) throws Exception {
        var drill = new FaultDrill(arguments[0], Arrays.asList(arguments).subList(1, arguments.length));
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    drill.execute(line.split(" "));
                } catch (SQLException | JsonProcessingException | RuntimeException e) {
                    drill.passed = false;
                    System.out.println("FAIL  " + line + ": " + e);
                }
                System.out.println(".");
            }
        }
        System.exit(drill.passed ? 0 : 1);
    }

    private void execute(String[] words) throws SQLException, InterruptedException, JsonProcessingException {
        switch (words[0]) {
            case "begin" -> begin(Integer.parseInt(words[1]));
            case "round" -> beginRound();
            case "more" -> offerMore();
            case "check" -> check(Double.parseDouble(words[1]), List.of(words).contains("none-failed"));
            case "between" -> load.finish(LESSON_AT_MOST);
            case "forget-rooms" -> load.forgetRooms();
            case "again" -> again(words[1]);
            case "failed" -> passed = false;
            case "hold" -> load.pause();
            case "go-on" -> load.resume();
            case "password" -> databases.use(words[1]);
            case "sign-in" -> staff.signInTeacher();
            case "visit" -> visit(Integer.parseInt(words[1]));
            case "staff" -> staff.begin();
            case "history" -> competing.begin();
            case "same" -> passed &= staff.judgeSame();
            case "sign" -> passed &= staff.judgeSigned(Integer.parseInt(words[1]));
            case "pages" -> passed &= staff.judgePages();
            case "end" -> end();
            default -> throw new IllegalArgumentException("unknown command: " + words[0]);
        }
    }

    private void begin(int children) throws SQLException, InterruptedException {
        if (without.contains("unique-key")) {
            try (var database = databases.ofOwner(System.getenv().getOrDefault("DRILL_DB_OWNER_PASSWORD", ""))) {
                database.createStatement().execute("""
                        ALTER TABLE event ADD KEY without_unique (seat_id), DROP KEY uk_event_answer, DROP PRIMARY KEY,
                          ADD COLUMN nth BIGINT AUTO_INCREMENT PRIMARY KEY""");
            }
        }
        offerMore();
        load.start(children);
        Thread.sleep(3000);
    }

    private void beginRound() throws SQLException, InterruptedException {
        if (load.seatsLeft() < SEATS_AHEAD) {
            offerMore();
        }
        competing.beginRound();
        ledger.beginRound();
    }

    /** Offers new lessons with a new application secret, after the lessons in progress have ended. */
    private void again(String newSecret) throws SQLException {
        secret = newSecret;
        load.forgetRooms();
        offerMore();
        load.allowNewLessons();
    }

    private void offerMore() throws SQLException {
        var codes = new JoinCodes(new Secret(secret));
        try (var database = databases.first()) {
            database.setAutoCommit(false);
            while (load.seatsLeft() < 2 * SEATS_AHEAD) {
                load.offer(GivenSession.start(database, codes, GivenSession.anyModule(database), 30, Instant.now()));
                database.commit();
            }
        }
    }

    private void visit(int seconds) throws InterruptedException {
        staff.visit(seconds);
        passed &= staff.judgePages();
    }

    /** Compares the ledger with the database and the nodes with each other, while nothing is sent. */
    private void check(double seconds, boolean noneMayFail) throws SQLException, InterruptedException {
        double wait = ledger.longestWait();
        load.pause();
        competing.pause();
        Ledger.LedgerComparison compared;
        List<String> unequal;
        boolean asWritten;
        try (var database = databases.first()) {
            compared = ledger.compare(database);
            unequal = databases.unequal();
            asWritten = competing.judge(database);
        } finally {
            competing.resume();
            load.resume();
        }
        rounds++;
        limit = seconds;
        longestWait = Math.max(longestWait, wait);
        longestSilence = Math.max(longestSilence, ledger.longestSilence());
        int failed =
                ledger.failures().values().stream().mapToInt(Integer::intValue).sum();
        failures += failed;
        boolean good = compared.isWhole()
                && asWritten
                && unequal.isEmpty()
                && wait <= seconds
                && (failed == 0 || !noneMayFail);
        passed &= good;
        System.out.printf(
                Locale.ROOT,
                "%s  round %d: %d acknowledged, %d lost, %d doubled; longest wait %.1f s (limit %.0f), longest silence %.1f s;"
                        + " %d failed requests %s%s%n",
                good ? "ok  " : "FAIL",
                rounds,
                compared.acknowledged() - last.acknowledged(),
                compared.lost(),
                compared.doubled(),
                wait,
                seconds,
                ledger.longestSilence(),
                failed,
                ledger.failures(),
                nodes(unequal));
        last = compared;
    }

    private String nodes(List<String> unequal) {
        return databases.count() == 1
                ? ""
                : unequal.isEmpty()
                        ? "; all tables equal on " + databases.count() + " nodes"
                        : "; tables that differ between nodes: " + unequal;
    }

    private void end() throws SQLException, InterruptedException {
        load.finish(LESSON_AT_MOST);
        competing.pause();
        try (var database = databases.first()) {
            last = ledger.compare(database);
        }
        var unequal = databases.unequal();
        passed &= last.isWhole() && last.unanswered() == 0 && unequal.isEmpty() && rounds > 0;
        // rooms close at midnight; in no other drill has the server a reason to refuse
        passed &= last.refused() == 0 || name.equals("clocks");
        System.out.printf(
                Locale.ROOT,
                "%s  %s: %d rounds, %d sent, %d acknowledged, %d refused, %d never answered, %d lost, %d doubled, %d unknown;"
                        + " longest wait %.1f s (limit %.0f), longest silence %.1f s, %d failed requests%s%s%n",
                passed ? "PASS" : "FAIL",
                name,
                rounds,
                last.given(),
                last.acknowledged(),
                last.refused(),
                last.unanswered(),
                last.lost(),
                last.doubled(),
                last.strange(),
                longestWait,
                limit,
                longestSilence,
                failures,
                nodes(unequal),
                without.isEmpty() ? "" : "; without " + without);
    }

    private static Lesson lesson(Connection database) throws SQLException, JsonProcessingException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var row = database.createStatement()
                .executeQuery("SELECT content FROM module_version WHERE id = " + GivenSession.anyModule(database))) {
            row.next();
            return json.readValue(row.getString(1), Lesson.class);
        }
    }

    private static List<String> events(Lesson lesson) throws JsonProcessingException {
        var events = new ArrayList<String>();
        for (var step : lesson.steps()) {
            events.add("\"kind\":\"viewed\",\"step\":\"%s\"".formatted(step.key()));
            if (step instanceof Step.Ask ask) {
                events.add("\"kind\":\"answered\",\"step\":\"%s\",\"question\":\"%s\",\"answer\":%s"
                        .formatted(
                                step.key(),
                                ask.question().key(),
                                new JsonMapper().writeValueAsString(RightAnswers.rightFor(ask.question()))));
            }
        }
        events.add("\"kind\":\"finished\",\"step\":\"%s\""
                .formatted(lesson.steps().getLast().key()));
        return events.stream().collect(Collectors.toUnmodifiableList());
    }
}
