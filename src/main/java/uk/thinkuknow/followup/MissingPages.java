package uk.thinkuknow.followup;

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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.web.SpreadsheetText;

/** The pages of missing returns, and the same as CSV. */
@Singleton
class MissingPages {
    private static final int ON_A_PAGE = 50;

    /** So many can be asked for at once, or written into a file. */
    static final int AT_ONCE = 500;

    private static final int IN_A_FILE = 10_000;
    private static final List<String> HEADER =
            List.of("School", "Authority", "Lesson", "Ended", "Days missing", "Waits for", "Last reminded", "Session");

    private final MissingReturns missing;
    private final Chasing chasing;
    private final Clock clock;

    MissingPages(MissingReturns missing, Chasing chasing, Clock clock) {
        this.missing = missing;
        this.chasing = chasing;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MissingReturnsPage(
            Sought sought,
            List<Row> rows,
            long count,
            int page,
            int pages,
            List<AreaRow> areas,
            @Nullable String problem)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MissingRemindersPage(Sought sought, String which, int letters, int lately) implements TemplateInstance {}

    /** What is looked for, with the choices. */
    record Sought(MissingFilter filter, String query, List<Choice> areas, List<Choice> ages) {
        public boolean all() {
            return filter.isAll();
        }
    }

    record Choice(String value, String words, boolean chosen) {}

    /** An authority with missing returns. */
    record AreaRow(String href, String name, int missing, String oldest) {}

    /**
     * A return that is missing.
     *
     * @param asked when a letter about it last went out, and after how many days the last that goes by itself
     * @param now whether it can be asked for now
     */
    record Row(
            String session,
            String schoolId,
            String school,
            String lesson,
            String when,
            String age,
            String waitsFor,
            String asked,
            boolean now) {}

    MissingReturnsPage list(MissingFilter filter, int page, @Nullable String problem) {
        int shown = Math.clamp(page, 1, 10_000);
        var now = clock.instant();
        long count = missing.count(filter, now);
        var found = missing.of(filter, now, shown - 1, ON_A_PAGE);
        var asked = asked(found);
        var areas = areas(filter);
        return new MissingReturnsPage(
                sought(filter, areas),
                found.stream().map(each -> row(each, asked.get(each.session()))).toList(),
                count,
                shown,
                (int) Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE),
                areas.stream()
                        .map(each -> new AreaRow(
                                "/missing-returns"
                                        + new MissingFilter(filter.scope(), filter.words(), each.key(), filter.days())
                                                .query(),
                                each.name(),
                                each.missing(),
                                age(each.oldest())))
                        .toList(),
                problem);
    }

    /** What asking for all of them would do; nobody is written to yet. */
    MissingRemindersPage reminders(MissingFilter filter) {
        var now = toRemind(filter);
        int all = missing.of(filter, clock.instant(), 0, AT_ONCE).size();
        var areas = areas(filter);
        var sought = sought(filter, areas);
        return new MissingRemindersPage(sought, inWords(filter, sought), now.size(), all - now.size());
    }

    /** Those about which no letter went out within a day, oldest first. */
    List<PublicId> toRemind(MissingFilter filter) {
        var found = missing.of(filter, clock.instant(), 0, AT_ONCE);
        var asked = asked(found);
        return found.stream()
                .filter(each -> mayAsk(asked.get(each.session())))
                .map(each -> new PublicId(each.session()))
                .toList();
    }

    String csv(MissingFilter filter) {
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
        cells.add(each.school());
        cells.add(each.authority());
        cells.add(each.lesson());
        cells.add(London.wallAt(each.endedAt()).withSecond(0).withNano(0).toString());
        cells.add(days(each.endedAt()));
        cells.add(waitsFor(each));
        cells.add(asked == null ? null : London.dateOf(asked).toString());
        cells.add(each.session());
        return cells;
    }

    private List<MissingReturns.Area> areas(MissingFilter filter) {
        return missing.areas(new MissingFilter(filter.scope(), filter.words(), "", filter.days()), clock.instant());
    }

    private static Sought sought(MissingFilter filter, List<MissingReturns.Area> areas) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "All areas", filter.area().isEmpty()));
        areas.stream()
                .map(each -> new Choice(
                        each.key(),
                        each.name() + " (" + each.missing() + ")",
                        each.key().equals(filter.area())))
                .sorted((a, b) -> a.words().compareTo(b.words()))
                .forEach(choices::add);
        var ages = MissingFilter.DAYS.stream()
                .map(each -> new Choice(
                        String.valueOf(each),
                        switch (each) {
                            case 0 -> "However long";
                            case 1 -> "1 day or more";
                            default -> each + " days or more";
                        },
                        each == filter.days()))
                .toList();
        return new Sought(filter, filter.query(), choices, ages);
    }

    private static String inWords(MissingFilter filter, Sought sought) {
        var words = new ArrayList<String>();
        if (!filter.words().isEmpty()) {
            words.add("of schools with “" + filter.words() + "” in their name");
        }
        sought.areas().stream()
                .filter(each -> each.chosen() && !each.value().isEmpty())
                .forEach(each -> words.add("in " + each.words().replaceFirst(" \\([0-9]+\\)$", "")));
        if (filter.days() > 0) {
            words.add("missing for " + filter.days() + (filter.days() == 1 ? " day" : " days") + " or more");
        }
        return words.isEmpty() ? "all that are missing" : "those " + String.join(", ", words);
    }

    private Map<String, Instant> asked(List<MissingReturns.Missing> found) {
        return chasing.lastAsked(
                found.stream().map(MissingReturns.Missing::session).toList());
    }

    private Row row(MissingReturns.Missing each, @Nullable Instant asked) {
        return new Row(
                each.session(),
                each.schoolId(),
                each.school(),
                each.lesson(),
                London.inWords(each.endedAt()),
                age(each.endedAt()),
                waitsFor(each),
                asked == null ? "not yet" : "last on " + London.inWords(asked),
                mayAsk(asked));
    }

    private boolean mayAsk(@Nullable Instant asked) {
        return asked == null || !asked.isAfter(clock.instant().minus(Chasing.AGAIN_AFTER));
    }

    private static String waitsFor(MissingReturns.Missing each) {
        return each.signed()
                ? (each.confirmer() == null ? "the school" : each.confirmer()) + " to confirm the heads"
                : each.deliveredBy() + " to sign";
    }

    private String age(Instant endedAt) {
        long days = days(endedAt);
        return days == 0 ? "today" : days == 1 ? "1 day" : days + " days";
    }

    private long days(Instant endedAt) {
        return Duration.between(endedAt, clock.instant()).toDays();
    }
}
