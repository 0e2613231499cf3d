package uk.thinkuknow.schools.imports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.imports.ImportReports.Affected;
import uk.thinkuknow.schools.imports.ImportReports.Refusal;
import uk.thinkuknow.schools.imports.SchoolImport.State;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.TableQuery;
import uk.thinkuknow.web.TableView;

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
    record ImportsPage(List<FormError> errors, TableView imports, int megabytes) implements TemplateInstance {}

    /** The state of an import as a coloured tag with a sign and words. */
    record Tag(String tone, String sign, String words) {}

    @CheckedTemplate(basePath = "schools/imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPage(Head head, Steps steps, @Nullable Outcome outcome) implements TemplateInstance {}

    /** The title and the first sentences; {@code bold} begins them in bold type. */
    record Head(
            String id,
            String title,
            Tag tag,
            String bold,
            String lede,
            @Nullable String problem) {
        public String href() {
            return "/schools/imports/" + id;
        }
    }

    /** The progress of an import. */
    record Steps(boolean underWay, String files, String step, int done, int total, String facts) {
        /** The progress, "12,000 of 52,000 rows"; applying is a single step without a measure. */
        public String far() {
            return total == 0 ? Words.of("imports.allAtOnce") : Words.of("imports.far", done, total);
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

    record Lists(List<SchoolList> schools, List<Refusal> refusals, int refused) {}

    /** A list of affected schools, with "and 3 more" if it is cut. */
    record SchoolList(
            String title,
            String id,
            List<Affected> rows,
            @Nullable String more) {}

    /**
     * The actions allowed now: decide, apply, apply without refused rows, undo until a moment; {@code undoRefused} says
     * why it cannot be undone, {@code undoNotice} that another manager undoes it, or they are null.
     */
    record AllowedActions(
            boolean decide,
            boolean takeIn,
            boolean leaveOut,
            @Nullable String undoUntil,
            @Nullable String undoRefused,
            @Nullable String undoNotice) {}

    ImportsPage list(@Nullable String problem, TableQuery query) {
        return new ImportsPage(
                problem == null ? List.of() : List.of(new FormError("files", problem)),
                ImportTable.of().view(query, imports.latest(HISTORY)),
                ImportFile.MEGABYTES_AT_MOST);
    }

    Response csv(TableQuery query) {
        return ImportTable.of().csv(query, imports.latest(HISTORY), "imports.csv");
    }

    /** @param me the reader, who may not apply a file of theirs in which a school hands over */
    ImportPage show(SchoolImport shown, StaffMember me) {
        var hasOutcome = shown.state() != State.READING && shown.state() != State.APPLYING && shown.problem() == null;
        return new ImportPage(head(shown), steps(shown), hasOutcome ? outcome(shown, me) : null);
    }

    private Head head(SchoolImport shown) {
        var isDryRun = shown.state() == State.READY || shown.state() == State.READING;
        var key = key(shown);
        return new Head(
                shown.publicId().value(),
                Words.of(
                        isDryRun ? "imports.dryRunTitle" : "imports.importTitle",
                        TextFormat.day(shown.source().asOf())),
                tag(shown.state()),
                Words.of("imports.bold." + key),
                rest("imports.rest." + key, shown),
                shown.problem());
    }

    /** The key of the first sentences: a dry run that would change nothing may have read all rows, some or none. */
    private static String key(SchoolImport shown) {
        var counts = shown.counts();
        if (shown.state() != State.READY || !counts.changeNothing()) {
            return shown.state().name();
        }
        return counts.refused() == 0 ? "SAME" : counts.rows() > 0 ? "SAME_READ" : "UNREAD";
    }

    /** The sentence after the first: who decided and when, or what can be done. */
    private static String rest(String key, SchoolImport shown) {
        var fate = shown.fate();
        return switch (shown.state()) {
            case APPLIED -> Words.of(key, String.valueOf(fate.decidedBy()), time(fate.decidedAt()));
            case UNDONE -> Words.of(key, String.valueOf(fate.undoneBy()), time(fate.undoneAt()));
            case READING, READY, REFUSED, APPLYING, DROPPED -> Words.of(key);
        };
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TextFormat.time(at);
    }

    private static Steps steps(SchoolImport shown) {
        var facts = new ArrayList<String>();
        if (shown.counts().rows() + shown.counts().refused() > 0) {
            facts.add(Words.of(
                    "imports.readSchools",
                    shown.counts().rows() + shown.counts().refused()));
            facts.add(Words.of("imports.newLinks", shown.counts().links()));
            facts.add(Words.of("imports.seconds", shown.progress().seconds()));
        }
        return new Steps(
                shown.state().isUnderWay(),
                Words.of(
                        "imports.filesAndSize",
                        shown.source().files(),
                        TextFormat.size(shown.source().bytes())),
                shown.progress().step(),
                shown.progress().done(),
                shown.state() == State.APPLYING
                        ? 0
                        : Math.max(
                                1,
                                Math.max(
                                        shown.progress().total(),
                                        shown.progress().done())),
                String.join(", ", facts));
    }

    private Outcome outcome(SchoolImport shown, StaffMember me) {
        var counts = shown.counts();
        var booked = reports.booked(shown);
        var rows = List.of(
                new CountRow(
                        Words.of("imports.asItWas"),
                        TextFormat.number(counts.rows() - counts.schools().all()),
                        ""),
                new CountRow(
                        Words.of("imports.changed"),
                        TextFormat.number(counts.schools().changed()),
                        reports.changes(shown)),
                new CountRow(
                        Words.of("imports.new"),
                        TextFormat.number(counts.schools().fresh()),
                        ""),
                new CountRow(
                        Words.of("imports.closed"),
                        TextFormat.number(counts.schools().closed()),
                        booked.isEmpty() ? "" : Words.of("imports.haveBookings", booked.size())),
                new CountRow(
                        Words.of("imports.reopened"),
                        TextFormat.number(counts.schools().reopened()),
                        ""),
                new CountRow(
                        Words.of("imports.refused"),
                        TextFormat.number(counts.refused()),
                        counts.refused() == 0 ? "" : Words.of("imports.rowsUnread")));
        var notices = new ArrayList<>(reports.notices(shown));
        if (counts.succeeded() > 0) {
            notices.add(Words.of("imports.succeeded", counts.succeeded()));
        }
        if (shown.state() == State.READY && !counts.changeNothing()) {
            notices.add(Words.of("imports.anotherTakesIn", shown.source().by(), shown.needsAnother(me)));
        }
        return new Outcome(
                rows,
                TextFormat.number(counts.rows() + counts.refused()),
                notices,
                new Lists(lists(shown, counts), reports.refusals(shown, REFUSALS_SHOWN), counts.refused()),
                booked,
                may(shown, me));
    }

    private List<SchoolList> lists(SchoolImport shown, SchoolImport.Counts counts) {
        var handOvers = shown.state() == State.READY && counts.succeeded() > 0
                ? reports.handOvers(shown, SHOWN)
                : List.<Affected>of();
        return List.of(
                        list(Words.of("imports.handOvers"), "hand-overs", handOvers, counts.succeeded()),
                        list(
                                Words.of("imports.closed"),
                                "closed",
                                reports.schools(shown, "CLOSED", SHOWN),
                                counts.schools().closed()),
                        list(
                                Words.of("imports.reopened"),
                                "reopened",
                                reports.schools(shown, "REOPENED", SHOWN),
                                counts.schools().reopened()),
                        list(
                                Words.of("imports.missingList"),
                                "missing",
                                reports.schools(shown, "MISSING", SHOWN),
                                reports.missing(shown)),
                        list(Words.of("imports.otherAges"), "ages", reports.ages(shown, SHOWN), -1),
                        list(
                                Words.of("imports.new"),
                                "new",
                                reports.schools(shown, "NEW", SHOWN),
                                counts.schools().fresh()),
                        list(
                                Words.of("imports.changed"),
                                "changed",
                                reports.schools(shown, "CHANGED", SHOWN),
                                counts.schools().changed()))
                .stream()
                .filter(list -> !list.rows().isEmpty())
                .toList();
    }

    private static SchoolList list(String title, String id, List<Affected> rows, int of) {
        var isCut = of > rows.size();
        return new SchoolList(
                Words.of(isCut ? "imports.listTitleCut" : "imports.listTitle", title, rows.size()),
                id,
                rows,
                isCut ? Words.of("imports.more", of - rows.size()) : null);
    }

    private AllowedActions may(SchoolImport shown, StaffMember me) {
        var ready = shown.state() == State.READY;
        var changes = !shown.counts().changeNothing() && !shown.needsAnother(me);
        var refused = shown.counts().refused() > 0;
        var until = importUndo.until(shown);
        return new AllowedActions(
                ready,
                ready && changes && !refused,
                ready && changes && refused,
                until == null || until.isBefore(clock.instant()) ? null : TextFormat.time(until),
                until == null ? null : importUndo.reasonAgainstUndo(shown),
                shown.needsAnother(me) ? Words.of("imports.undoOwnFile") : null);
    }

    static Tag tag(State state) {
        var words = Words.of(state);
        return switch (state) {
            case READING, APPLYING -> new Tag("blue", "…", words);
            case READY -> new Tag("orange", "!", words);
            case REFUSED -> new Tag("orange", "×", words);
            case APPLIED -> new Tag("green", "✓", words);
            case DROPPED -> new Tag("plain", "–", words);
            case UNDONE -> new Tag("plain", "↶", words);
        };
    }
}
