package uk.thinkuknow.directory;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uk.thinkuknow.directory.Import.State;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.school.Succession;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.shared.Refused;

/** The door to taking in the files of a register: first a dry run, then all of it or nothing. One at a time. */
@Singleton
public class ImportService {
    private static final int TAKE_IN_SECONDS = 600;
    private static final Pattern DAY_IN_NAME = Pattern.compile("(20\\d\\d)(\\d\\d)(\\d\\d)");
    private static final String BUSY =
            "Another import is being read or taken in just now. Wait until it is done, then try again.";

    private final DataSource database;
    private final Imports imports;
    private final Undoing undoing;
    private final Succession succession;
    private final PeopleService people;
    private final Clock clock;
    private final RandomGenerator random;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("school-import").factory());

    ImportService(
            DataSource database,
            Imports imports,
            Undoing undoing,
            Succession succession,
            PeopleService people,
            Clock clock,
            RandomGenerator random) {
        this.database = database;
        this.imports = imports;
        this.undoing = undoing;
        this.succession = succession;
        this.people = people;
        this.clock = clock;
        this.random = random;
    }

    @PreDestroy
    void stop() {
        background.shutdown();
    }

    /** A file somebody gives, by the name she knows it by. */
    record Given(Path path, String name) {}

    /**
     * Looks at the files, then reads and compares them in the background.
     *
     * @param after run when the files are not needed any more
     * @throws FileRefused if one of them is no file of a register
     * @throws Refused while another import is under way
     */
    PublicId begin(String by, List<Given> given, Runnable after) {
        try {
            var files = look(given);
            var held = take();
            var begun = open(by, files, held);
            background.execute(() -> {
                try (held) {
                    read(begun, files);
                } finally {
                    after.run();
                }
            });
            return begun.publicId();
        } catch (RuntimeException e) {
            after.run();
            throw e;
        }
    }

    /** The same without a background: returns when the dry run is there. */
    Import dryRun(String by, List<Given> given) {
        var files = look(given);
        try (var held = take()) {
            var begun = open(by, files, held);
            read(begun, files);
            return import_(begun.publicId());
        }
    }

    /** Takes a dry run in, in the background. */
    void takeIn(PublicId id, String by, boolean leaveOutRefused) {
        var held = take();
        try {
            var wanted = startTakingIn(id, by, leaveOutRefused);
            background.execute(() -> {
                try (held) {
                    finishTakingIn(wanted, by);
                }
            });
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** The same without a background. */
    Import takeInNow(PublicId id, String by, boolean leaveOutRefused) {
        try (var held = take()) {
            finishTakingIn(startTakingIn(id, by, leaveOutRefused), by);
            return import_(id);
        }
    }

    /** Throws a dry run away. */
    void drop(PublicId id, String by) {
        if (!imports.move(import_(id).id(), State.READY, State.DROPPED, by)) {
            throw new Refused("This dry run has been decided on already.");
        }
    }

    /**
     * Puts the register back to where it was.
     *
     * @throws Refused if something was built on it, or too much time has passed
     */
    void undo(PublicId id, String by) {
        var wanted = import_(id);
        try (var held = take()) {
            var why = undoing.builtOn(wanted);
            if (why != null) {
                throw new Refused("This import cannot be undone. " + why);
            }
            QuarkusTransaction.requiringNew().timeout(TAKE_IN_SECONDS).run(() -> {
                try (var sql = new Sql(database)) {
                    succession.undo(wanted.id());
                    putBack(sql, wanted);
                    if (!imports.move(sql, wanted.id(), State.APPLIED, State.UNDONE, by)) {
                        throw new Refused("This import has been undone already.");
                    }
                    people.note(
                            by,
                            "undid a school import",
                            "import " + id,
                            wanted.source().files());
                }
            });
        }
    }

    /** What refers to a school keeps it from being taken out, whoever wrote it. */
    private void putBack(Sql sql, Import wanted) {
        try {
            undoing.undo(sql, wanted);
        } catch (IllegalStateException e) {
            Log.warnf(e, "school import %s could not be undone", wanted.publicId());
            throw new Refused("This import cannot be undone: something is kept here about a school that it brought.");
        }
    }

    /** @throws NotFound if there is no such import */
    Import import_(PublicId id) {
        return imports.called(id).orElseThrow(NotFound::new);
    }

    private OneAtATime take() {
        return OneAtATime.take(database).orElseThrow(() -> new Refused(BUSY));
    }

    private static List<TextFile> look(List<Given> given) {
        if (given.isEmpty()) {
            throw new Refused("Choose a file to read.");
        }
        var files = given.stream()
                .map(each -> TextFile.of(each.path(), each.name()))
                .toList();
        files.forEach(Reading::look);
        return files;
    }

    private Import open(String by, List<TextFile> files, OneAtATime held) {
        try {
            return imports.begin(new Imports.Begun(
                    files.stream().map(TextFile::name).collect(Collectors.joining(", ")),
                    files.stream().mapToLong(TextFile::bytes).sum(),
                    asOf(files),
                    files.stream()
                            .mapToInt(file -> Math.max(0, file.lines() - 1))
                            .sum(),
                    by));
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** The day in the name of the file, as in edubasealldata20261123.csv; else today. It never goes back behind the last import. */
    private LocalDate asOf(List<TextFile> files) {
        var today = London.today(clock);
        var named = files.stream()
                .filter(file -> !file.name().contains("link"))
                .flatMap(file -> DAY_IN_NAME.matcher(file.name()).results())
                .flatMap(found -> day(found.group(1), found.group(2), found.group(3)).stream())
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .orElse(today);
        return imports.lastApplied()
                .map(last -> last.source().asOf())
                .filter(last -> last.isAfter(named))
                .orElse(named);
    }

    private static java.util.Optional<LocalDate> day(String year, String month, String day) {
        try {
            return java.util.Optional.of(
                    LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return java.util.Optional.empty();
        }
    }

    private void read(Import begun, List<TextFile> files) {
        long id = begun.id();
        try (var sql = new Sql(database)) {
            var staging = new Staging(sql, id, random);
            var refusals = new Refusals(sql, id);
            var reading = new Reading(staging, refusals, rows -> imports.step(id, "Reading", rows));
            files.forEach(reading::read);
            imports.step(id, "Comparing", reading.rows());
            var counts = new Comparing(sql, id).compare(reading.absent());
            imports.step(id, "Following links", reading.rows());
            var found = new Successions(sql, id).of(reading.links());
            new Staging.Links(sql, id).add(found.fresh());
            imports.ready(
                    id,
                    new Import.Counts(
                            staging.rows(),
                            counts.fresh(),
                            counts.changed(),
                            counts.closed(),
                            counts.reopened(),
                            found.succeeded().size(),
                            refusals.count(),
                            found.fresh().size()),
                    String.join(", ", reading.absentHeadings()));
        } catch (Refused e) {
            imports.refuse(id, e.why());
        } catch (RuntimeException e) {
            Log.errorf(e, "school import %s could not be read", begun.publicId());
            imports.refuse(
                    id,
                    "It could not be read to its end, and nothing was changed. Try again; if it happens again, tell us this reference: "
                            + begun.publicId());
        }
    }

    private Import startTakingIn(PublicId id, String by, boolean leaveOutRefused) {
        var wanted = import_(id);
        var last = imports.lastApplied().map(Import::id).orElse(null);
        if (!java.util.Objects.equals(wanted.follows(), last)) {
            throw new Refused(
                    "Another file has been taken in since this dry run. Run it again, so that you see what would change now.");
        }
        if (wanted.counts().refused() > 0 && !leaveOutRefused) {
            throw new Refused("%d rows cannot be read. Mend the file, or say that they are to be left out."
                    .formatted(wanted.counts().refused()));
        }
        if (!imports.move(wanted.id(), State.READY, State.APPLYING, by)) {
            throw new Refused("This dry run has been decided on already, or is not ready yet.");
        }
        return wanted;
    }

    private void finishTakingIn(Import wanted, String by) {
        imports.step(wanted.id(), "Taking in", 0);
        try {
            QuarkusTransaction.requiringNew().timeout(TAKE_IN_SECONDS).run(() -> {
                try (var sql = new Sql(database)) {
                    new TakingIn(sql, wanted.id(), wanted.source().asOf()).takeIn();
                    succession.follow(wanted.id(), wanted.source().asOf());
                    if (!imports.move(sql, wanted.id(), State.APPLYING, State.APPLIED, by)) {
                        throw new IllegalStateException("it was taken from us");
                    }
                    note(wanted, by);
                }
            });
        } catch (RuntimeException e) {
            Log.errorf(e, "school import %s could not be taken in", wanted.publicId());
            imports.refuse(
                    wanted.id(),
                    "It could not be taken in, and nothing was changed. Run the dry run again; if it happens again, tell us this reference: "
                            + wanted.publicId());
        }
    }

    private void note(Import taken, String by) {
        var counts = taken.counts();
        people.note(
                by,
                "imported a school register",
                "import " + taken.publicId(),
                "%s: %d new, %d changed, %d closed, %d reopened, %d succeeded, %d refused"
                        .formatted(
                                taken.source().files(),
                                counts.fresh(),
                                counts.changed(),
                                counts.closed(),
                                counts.reopened(),
                                counts.succeeded(),
                                counts.refused()));
    }
}
