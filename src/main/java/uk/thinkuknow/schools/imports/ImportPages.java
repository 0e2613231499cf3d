package uk.thinkuknow.schools.imports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.schools.imports.ImportReports.Affected;
import uk.thinkuknow.schools.imports.ImportReports.Refusal;
import uk.thinkuknow.schools.imports.SchoolImport.State;

/** Builds the page that lists imports and the page of one import. */
@Singleton
class ImportPages {
    private static final int HISTORY = 50;
    private static final int SHOWN = 50;
    private static final int REFUSALS_SHOWN = 200;

    private final SchoolImports imports;
    private final ImportReports reports;
    private final ImportUndo importUndo;
    private final Clock clock;

    ImportPages(SchoolImports imports, ImportReports reports, ImportUndo importUndo, Clock clock) {
        this.imports = imports;
        this.reports = reports;
        this.importUndo = importUndo;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "schools/imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportsPage(@Nullable String problem, List<Row> rows, int megabytes) implements TemplateInstance {}

    /** The state of an import as a coloured tag with a sign and words. */
    record Row(String id, String files, String what, Tag tag) {}

    record Tag(String colour, String sign, String words) {}

    @CheckedTemplate(basePath = "schools/imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPage(Head head, Steps steps, @Nullable Outcome outcome) implements TemplateInstance {}

    /** The title and the first sentences; {@code bold} begins them in bold type. */
    record Head(
            String id,
            String title,
            Tag tag,
            String bold,
            String lede,
            @Nullable String problem) {}

    /** The progress of an import. */
    record Steps(boolean underWay, String files, String step, int done, int total, List<String> facts) {
        /** The progress, "12,000 of 52,000 rows"; applying is a single step without a measure. */
        public String far() {
            return total == 0
                    ? "all at once, some seconds"
                    : TextFormat.number(done) + " of " + TextFormat.number(total) + " rows";
        }
    }

    /**
     * The result of a dry run: the counts, notices, lists of schools and refused rows.
     *
     * @param booked the closing schools with upcoming bookings
     * @param may the actions allowed now
     */
    record Outcome(
            List<CountRow> rows,
            String total,
            List<String> notices,
            Lists lists,
            List<Affected> booked,
            AllowedActions may) {}

    /** The schools that change, in a list for each kind of change, and the refused rows. */
    record CountRow(String words, String count, String know) {}

    record Lists(List<SchoolList> schools, List<Refusal> refusals, String refused) {}

    /** A list of affected schools, with "and 3 more" if it is cut. */
    record SchoolList(
            String title,
            String id,
            List<Affected> rows,
            @Nullable String more) {}

    /**
     * The actions allowed now: decide, apply, apply without refused rows, undo until a moment; {@code undoRefused} says
     * why it cannot be undone, or is null.
     */
    record AllowedActions(
            boolean decide,
            boolean takeIn,
            boolean leaveOut,
            @Nullable String undoUntil,
            @Nullable String undoRefused) {}

    ImportsPage list(@Nullable String problem) {
        return new ImportsPage(
                problem,
                imports.latest(HISTORY).stream()
                        .map(each ->
                                new Row(each.publicId().value(), each.source().files(), what(each), tag(each.state())))
                        .toList(),
                ImportFile.MEGABYTES_AT_MOST);
    }

    ImportPage show(SchoolImport shown) {
        var counts = shown.counts();
        var hasOutcome = shown.state() != State.READING && shown.state() != State.APPLYING && shown.problem() == null;
        return new ImportPage(head(shown), steps(shown), hasOutcome ? outcome(shown, counts) : null);
    }

    private Head head(SchoolImport shown) {
        var lede = Lede.of(shown);
        return new Head(
                shown.publicId().value(),
                (shown.state() == State.READY || shown.state() == State.READING ? "Dry run: " : "Import: ")
                        + "schools of " + TextFormat.day(shown.source().asOf()),
                tag(shown.state()),
                lede.bold(),
                lede.rest(),
                shown.problem());
    }

    /** The first sentences, the first part in bold. */
    private record Lede(String bold, String rest) {
        static Lede of(SchoolImport shown) {
            var fate = shown.fate();
            return switch (shown.state()) {
                case READING ->
                    new Lede(
                            "Nothing has been changed.",
                            "We are reading the file and comparing it with the schools you have.");
                case READY ->
                    shown.counts().changeNothing()
                            ? new Lede(
                                    "Nothing would change.",
                                    "Every school of the file is in the register as it stands there.")
                            : new Lede(
                                    "Nothing has been changed.", "This is what would happen if you take this file in.");
                case REFUSED -> new Lede("Nothing was changed.", "The file could not be taken in.");
                case APPLYING ->
                    new Lede("The file is being taken in.", "All of it, or nothing if anything goes wrong.");
                case APPLIED -> new Lede("Taken in", by(fate.decidedBy(), fate.decidedAt()) + ".");
                case DROPPED -> new Lede("Nothing was changed.", "This dry run was thrown away.");
                case UNDONE ->
                    new Lede("Undone", by(fate.undoneBy(), fate.undoneAt()) + ". The schools are as they were before.");
            };
        }

        private static String by(@Nullable String who, @Nullable Instant at) {
            return "by " + who + " on " + (at == null ? "" : TextFormat.time(at));
        }
    }

    private static Steps steps(SchoolImport shown) {
        var facts = new ArrayList<String>();
        if (shown.counts().rows() + shown.counts().refused() > 0) {
            facts.add("Read "
                    + TextFormat.counted(shown.counts().rows() + shown.counts().refused(), "school", "schools"));
            facts.add(TextFormat.counted(shown.counts().links(), "new link", "new links") + " between schools");
            facts.add(TextFormat.counted(shown.progress().seconds(), "second", "seconds") + " in all");
        }
        return new Steps(
                shown.state().isUnderWay(),
                shown.source().files() + ", " + TextFormat.size(shown.source().bytes()),
                shown.progress().step(),
                shown.progress().done(),
                shown.state() == State.APPLYING
                        ? 0
                        : Math.max(
                                1,
                                Math.max(
                                        shown.progress().total(),
                                        shown.progress().done())),
                facts);
    }

    private Outcome outcome(SchoolImport shown, SchoolImport.Counts counts) {
        var booked = reports.booked(shown);
        var rows = List.of(
                new CountRow(
                        "As it was",
                        TextFormat.number(counts.rows() - counts.schools().all()),
                        ""),
                new CountRow("Changed", TextFormat.number(counts.schools().changed()), reports.changes(shown)),
                new CountRow("New", TextFormat.number(counts.schools().fresh()), ""),
                new CountRow(
                        "Closed",
                        TextFormat.number(counts.schools().closed()),
                        booked.isEmpty()
                                ? ""
                                : TextFormat.counted(booked.size(), "of them has", "of them have")
                                        + " bookings to come"),
                new CountRow("Reopened", TextFormat.number(counts.schools().reopened()), ""),
                new CountRow(
                        "Refused",
                        TextFormat.number(counts.refused()),
                        counts.refused() == 0 ? "" : "rows that cannot be read"));
        var notices = new ArrayList<>(reports.notices(shown));
        if (counts.succeeded() > 0) {
            notices.add(
                    TextFormat.counted(counts.succeeded(), "closed school has", "closed schools have")
                            + " a successor that we did not know of: classes, staff, bookings and history follow the children.");
        }
        return new Outcome(
                rows,
                TextFormat.number(counts.rows() + counts.refused()),
                notices,
                new Lists(
                        lists(shown, counts),
                        reports.refusals(shown, REFUSALS_SHOWN),
                        TextFormat.number(counts.refused())),
                booked,
                may(shown));
    }

    private List<SchoolList> lists(SchoolImport shown, SchoolImport.Counts counts) {
        return List.of(
                        list(
                                "Closed",
                                "closed",
                                reports.schools(shown, "CLOSED", SHOWN),
                                counts.schools().closed()),
                        list(
                                "Reopened",
                                "reopened",
                                reports.schools(shown, "REOPENED", SHOWN),
                                counts.schools().reopened()),
                        list("Other ages than before", "ages", reports.ages(shown, SHOWN), -1),
                        list(
                                "New",
                                "new",
                                reports.schools(shown, "NEW", SHOWN),
                                counts.schools().fresh()),
                        list(
                                "Changed",
                                "changed",
                                reports.schools(shown, "CHANGED", SHOWN),
                                counts.schools().changed()))
                .stream()
                .filter(list -> !list.rows().isEmpty())
                .toList();
    }

    private static SchoolList list(String title, String id, List<Affected> rows, int of) {
        return new SchoolList(
                title, id, rows, of > rows.size() ? "and " + TextFormat.number(of - rows.size()) + " more" : null);
    }

    private AllowedActions may(SchoolImport shown) {
        var ready = shown.state() == State.READY;
        var changes = !shown.counts().changeNothing();
        var refused = shown.counts().refused() > 0;
        var until = importUndo.until(shown);
        return new AllowedActions(
                ready,
                ready && changes && !refused,
                ready && changes && refused,
                until == null || until.isBefore(clock.instant()) ? null : TextFormat.time(until),
                until == null ? null : importUndo.reasonAgainstUndo(shown));
    }

    private static String what(SchoolImport each) {
        var counts = each.counts();
        var by = TextFormat.time(each.source().at()) + ", " + each.source().by();
        return each.problem() != null
                ? by + ". " + each.problem()
                : by
                        + ". %s new, %s changed, %s closed, %s reopened, %s refused"
                                .formatted(
                                        TextFormat.number(counts.schools().fresh()),
                                        TextFormat.number(counts.schools().changed()),
                                        TextFormat.number(counts.schools().closed()),
                                        TextFormat.number(counts.schools().reopened()),
                                        TextFormat.number(counts.refused()));
    }

    private static Tag tag(State state) {
        return switch (state) {
            case READING -> new Tag("blue", "…", "Reading");
            case READY -> new Tag("orange", "!", "To decide");
            case REFUSED -> new Tag("orange", "×", "Could not be read");
            case APPLYING -> new Tag("blue", "…", "Being taken in");
            case APPLIED -> new Tag("green", "✓", "Taken in");
            case DROPPED -> new Tag("plain", "–", "Thrown away");
            case UNDONE -> new Tag("plain", "↶", "Undone");
        };
    }
}
