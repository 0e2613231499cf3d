package uk.thinkuknow.attendance.chasing;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.mail.SenderAddress;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.PageLinks;
import uk.thinkuknow.web.SpreadsheetText;

/**
 * Builds the list of missing returns as a page and as CSV, and the page that asks before reminders of all of them are
 * sent.
 */
@Singleton
class MissingReturnsPages {
    private static final int ON_A_PAGE = 50;

    /** The largest number of returns that reminders can be sent for at once. */
    static final int AT_ONCE = 500;

    private static final int IN_A_FILE = 10_000;
    private static final List<String> HEADER = Stream.of(
                    "chasing.school",
                    "chasing.authority",
                    "chasing.lesson",
                    "chasing.endedHeading",
                    "chasing.daysMissing",
                    "chasing.waitsFor",
                    "chasing.lastReminded",
                    "chasing.addressKnown",
                    "chasing.session")
            .map(key -> Words.of(key))
            .toList();

    private final MissingReturns missing;
    private final ReturnReminderSender returnReminderSender;
    private final SchoolService schools;
    private final SenderAddress sender;
    private final Clock clock;

    MissingReturnsPages(
            MissingReturns missing,
            ReturnReminderSender returnReminderSender,
            SchoolService schools,
            SenderAddress sender,
            Clock clock) {
        this.missing = missing;
        this.returnReminderSender = returnReminderSender;
        this.schools = schools;
        this.sender = sender;
        this.clock = clock;
    }

    /** The list of missing returns, with the filter and the areas. */
    @CheckedTemplate(basePath = "attendance/chasing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MissingReturnsPage(
            FilterView sought,
            Counts counts,
            List<Row> rows,
            PageLinks pages,
            List<AreaRow> areas,
            boolean mails,
            @Nullable String problem)
            implements TemplateInstance {}

    /** The number of missing returns, and of all signed returns of the area that wait for a second person. */
    record Counts(long missing, long waiting) {}

    /** The page that asks for confirmation before reminders of many returns are sent. */
    @CheckedTemplate(basePath = "attendance/chasing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MissingRemindersPage(
            FilterView sought, String which, int letters, int recent, List<Unreached> unreached, boolean mails)
            implements TemplateInstance {}

    /** A school where the people who must sign have no known address, with the number of their missing returns. */
    record Unreached(String schoolId, String school, String who, int returns) {}

    /** The current filter, and the choices of its form. */
    record FilterView(
            MissingReturnsFilter filter,
            String query,
            List<FormOption> areas,
            List<FormOption> ages,
            List<FormOption> periods) {
        public boolean all() {
            return filter.isAll();
        }
    }

    /** An authority with the number of its missing returns and the age of the oldest. */
    record AreaRow(String href, String name, int missing, String oldest) {}

    /**
     * A missing return in the list.
     *
     * @param asked when a reminder of it last went out, in words
     */
    record Row(
            String session,
            MissingReturns.AtSchool school,
            String lesson,
            String when,
            String age,
            String asked,
            Ask ask) {}

    /**
     * The person who must sign a missing return, and whether a reminder can be sent.
     *
     * @param now whether a reminder can be sent now
     * @param unreached the name of the person whose address is missing; empty if it is known
     */
    record Ask(String waitsFor, boolean now, String unreached) {}

    MissingReturnsPage list(MissingReturnsFilter filter, int page, @Nullable String problem) {
        int shown = Math.clamp(page, 1, 10_000);
        var now = clock.instant();
        long count = missing.count(filter, now);
        var found = missing.of(filter, now, shown - 1, ON_A_PAGE);
        var asked = asked(found);
        var areas = areas(filter);
        return new MissingReturnsPage(
                sought(filter, areas),
                new Counts(count, missing.waiting(filter.scope(), now)),
                found.stream().map(each -> row(each, asked.get(each.session()))).toList(),
                PageLinks.of("/missing-returns" + filter.query() + "&", shown, (int)
                        Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE)),
                areas.stream()
                        .map(each -> new AreaRow(
                                "/missing-returns" + filter.in(each.key()).query(),
                                each.name(),
                                each.missing(),
                                age(each.oldest())))
                        .toList(),
                sender.isSetUp(),
                problem);
    }

    /** Returns the page that says what sending all reminders would do; nothing is sent yet. */
    MissingRemindersPage reminders(MissingReturnsFilter filter) {
        var found = missing.of(filter, clock.instant(), 0, AT_ONCE);
        var asked = asked(found);
        int recent = (int) found.stream()
                .filter(each -> !mayAsk(asked.get(each.session())))
                .count();
        var areas = areas(filter);
        return new MissingRemindersPage(
                sought(filter, areas),
                inWords(filter, areas),
                toRemind(found, asked).size(),
                recent,
                unreached(found, asked),
                sender.isSetUp());
    }

    /** Returns the people without a known address, by school. */
    private List<Unreached> unreached(List<MissingReturns.Missing> found, Map<String, Instant> asked) {
        var bySchool = new LinkedHashMap<String, List<MissingReturns.Missing>>();
        found.stream()
                .filter(each ->
                        mayAsk(asked.get(each.session())) && !each.signer().hasAddress())
                .forEach(each -> bySchool.computeIfAbsent(each.school().id(), school -> new ArrayList<>())
                        .add(each));
        return bySchool.values().stream()
                .map(some -> new Unreached(
                        some.getFirst().school().id(),
                        some.getFirst().school().name(),
                        some.stream()
                                .map(each -> each.signer().name())
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        some.size()))
                .toList();
    }

    /**
     * Returns the sessions that a reminder can be sent for now, oldest first, from the first 500 of the list: none went
     * out within the last day, and an address is known.
     */
    List<PublicId> toRemind(MissingReturnsFilter filter) {
        var found = missing.of(filter, clock.instant(), 0, AT_ONCE);
        return toRemind(found, asked(found));
    }

    private List<PublicId> toRemind(List<MissingReturns.Missing> found, Map<String, Instant> asked) {
        return found.stream()
                .filter(each ->
                        mayAsk(asked.get(each.session())) && each.signer().hasAddress())
                .map(each -> new PublicId(each.session()))
                .toList();
    }

    String csv(MissingReturnsFilter filter) {
        var found = missing.of(filter, clock.instant(), 0, IN_A_FILE);
        var asked = asked(found);
        var text = new StringWriter();
        text.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            found.forEach(each -> csv.writeRecord(SpreadsheetText.cells(cells(each, asked.get(each.session())))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<@Nullable Object> cells(MissingReturns.Missing each, @Nullable Instant asked) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(each.school().name());
        cells.add(each.school().authority());
        cells.add(each.lesson());
        cells.add(London.localTimeAt(each.endedAt()).withSecond(0).withNano(0).toString());
        cells.add(days(each.endedAt()));
        cells.add(each.signer().waitsFor());
        cells.add(asked == null ? null : London.dateOf(asked).toString());
        cells.add(Words.of(each.signer().hasAddress() ? "chasing.csvYes" : "chasing.csvNo"));
        cells.add(each.session());
        return cells;
    }

    private List<MissingReturns.Area> areas(MissingReturnsFilter filter) {
        return missing.areas(filter.in(filter.region().isPresent() ? filter.area() : ""), clock.instant());
    }

    private FilterView sought(MissingReturnsFilter filter, List<MissingReturns.Area> areas) {
        var choices = new ArrayList<FormOption>();
        choices.add(
                new FormOption("", Words.of("chasing.allAreas"), filter.area().isEmpty()));
        filter.region().ifPresent(region -> choices.add(new FormOption(filter.area(), schools.nameOf(region), true)));
        areas.stream()
                .map(each -> new FormOption(
                        each.key(),
                        Words.of("chasing.areaChoice", each.name(), String.valueOf(each.missing())),
                        each.key().equals(filter.area())))
                .sorted((a, b) -> a.words().compareTo(b.words()))
                .forEach(choices::add);
        var ages = MissingReturnsFilter.DAYS.stream()
                .map(each -> new FormOption(
                        String.valueOf(each), Words.of("chasing.ageChoice", each), each == filter.days()))
                .toList();
        return new FilterView(filter, filter.query(), choices, ages, periods(filter));
    }

    /** Returns the choice of period, which is offered only if a page of reach linked here. */
    private static List<FormOption> periods(MissingReturnsFilter filter) {
        return filter.period().isEmpty()
                ? List.of()
                : List.of(
                        new FormOption(filter.period(), TextFormat.capitalised(filter.periodInWords()), true),
                        new FormOption("", Words.of("chasing.allSessions"), false));
    }

    /** Returns a sentence that says how many reminders were written, and that they wait if no mail server is set up. */
    String written(int letters) {
        return Words.of(sender.isSetUp() ? "chasing.onTheirWay" : "chasing.written", letters);
    }

    private String inWords(MissingReturnsFilter filter, List<MissingReturns.Area> areas) {
        var words = new ArrayList<String>();
        if (!filter.words().isEmpty()) {
            words.add(Words.of("chasing.ofSchoolsNamed", filter.words()));
        }
        Stream.concat(
                        filter.region().map(schools::nameOf).stream(),
                        areas.stream()
                                .filter(each -> each.key().equals(filter.area()))
                                .map(MissingReturns.Area::name))
                .forEach(name -> words.add(Words.of("chasing.inArea", name)));
        if (!filter.period().isEmpty()) {
            words.add(Words.of("chasing.forPeriod", filter.periodInWords()));
        }
        if (filter.days() > 0) {
            words.add(Words.of("chasing.missingForDays", filter.days()));
        }
        return words.isEmpty() ? Words.of("chasing.allMissing") : Words.of("chasing.those", String.join(", ", words));
    }

    private Map<String, Instant> asked(List<MissingReturns.Missing> found) {
        return returnReminderSender.lastAsked(
                found.stream().map(MissingReturns.Missing::session).toList());
    }

    private Row row(MissingReturns.Missing each, @Nullable Instant asked) {
        var signer = each.signer();
        return new Row(
                each.session(),
                each.school(),
                each.lesson(),
                London.inWords(each.endedAt()),
                age(each.endedAt()),
                asked == null ? Words.of("chasing.notYet") : Words.of("chasing.lastOn", London.inWords(asked)),
                new Ask(
                        signer.waitsFor(),
                        mayAsk(asked) && signer.hasAddress(),
                        signer.hasAddress() ? "" : signer.name()));
    }

    private boolean mayAsk(@Nullable Instant asked) {
        return asked == null || !asked.isAfter(clock.instant().minus(ReturnReminderSender.AGAIN_AFTER));
    }

    private String age(Instant endedAt) {
        return Words.of("chasing.age", days(endedAt));
    }

    private long days(Instant endedAt) {
        return Duration.between(endedAt, clock.instant()).toDays();
    }
}
