package uk.thinkuknow.reach.periods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.report.ReachView;
import uk.thinkuknow.web.pdf.PdfRenderer;

/**
 * Issues the briefs of closed periods: the published figures. Web page and PDF are stored as bytes, and each brief
 * lists the changes since the one before.
 */
@Singleton
class BriefService {
    private final ClosedPeriods periods;
    private final FrozenReach reach;
    private final PublicationService publications;
    private final PdfRenderer paper;
    private final PeriodAnnouncer periodAnnouncer;
    private final PeopleService people;
    private final Clock clock;

    BriefService(
            ClosedPeriods periods,
            FrozenReach reach,
            PublicationService publications,
            PdfRenderer paper,
            PeriodAnnouncer periodAnnouncer,
            PeopleService people,
            Clock clock) {
        this.periods = periods;
        this.reach = reach;
        this.publications = publications;
        this.paper = paper;
        this.periodAnnouncer = periodAnnouncer;
        this.people = people;
        this.clock = clock;
    }

    /** The body of the brief's web page. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BriefArticle(BriefView brief, ReachView.@Nullable ClimbView climb) implements TemplateInstance {}

    /** The brief as a printed page. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BriefSheet(BriefView brief, ReachView.@Nullable ClimbView climb) implements TemplateInstance {}

    /** The chart of the growth of reach, week by week, as an SVG file for the PDF. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClimbDrawing(ReachView.ClimbView climb, String hatch, ChartWords words) implements TemplateInstance {
        private static final int APART = 9;

        static ClimbDrawing of(ReachView.ClimbView climb) {
            var frame = climb.wide().frame();
            var hatch = new StringBuilder();
            for (int x = frame.left() - frame.bottom(); x < frame.right(); x += APART) {
                hatch.append("M%d %dl%d %d".formatted(x, frame.bottom(), frame.bottom(), -frame.bottom()));
            }
            var target = climb.wide().target();
            return new ClimbDrawing(
                    climb,
                    hatch.toString(),
                    new ChartWords(
                            target == null
                                    ? ""
                                    : Words.of(
                                            "report.targetLegend", target.mark().words()),
                            Words.of("periods.chartCounted"),
                            Words.of("periods.chartRange"),
                            Words.of("periods.chartCourse")));
        }
    }

    /** The words in the chart: at its target line, and in its legend. */
    record ChartWords(String target, String counted, String range, String course) {}

    /**
     * Issues the next brief, with every adjustment so far, and publishes its figures.
     *
     * @param words a text for the list of changes; may be empty
     * @throws Refused if the figures are not approved, or nothing has changed since the last brief and there is no text
     */
    @Transactional
    Brief issue(StaffMember me, String id, String words) {
        var said = ClosedPeriodService.checked(words, false);
        var closed = periods.locked(id).orElseThrow(NotFound::new);
        if (closed.state() != ClosedPeriod.State.APPROVED) {
            throw new Refused("periods.approveFirst");
        }
        var edition = publications.publish(closed, periods.latest(closed));
        var figures = edition.figures();
        var hash = edition.hash();
        var before = periods.briefs(closed);
        var correction = periods.correction(closed);
        if (!before.isEmpty() && before.getLast().hash().equals(hash) && said.isEmpty() && correction.isEmpty()) {
            throw new Refused("periods.nothingChanged", before.getLast().number());
        }
        var changed = changed(
                correction.orElse(""), corrected(closed, before, figures), moved(closed, before, edition), said);
        var brief =
                new Brief(closed.id(), before.size() + 1, hash, changed, new PeriodSignature(me.id(), clock.instant()));
        var view = BriefWords.view(
                figures, days(closed.periodKey()), brief.number(), stamp(closed, brief, figures.figures()));
        var climb = reach.climb(figures.figures());
        periods.add(brief.with(
                new BriefArticle(view, climb).render().getBytes(StandardCharsets.UTF_8), onPaper(view, climb)));
        periodAnnouncer.issued(me, closed, brief, edition);
        return brief;
    }

    byte[] onPaper(BriefView view, ReachView.@Nullable ClimbView climb) {
        return paper.pdf(new BriefSheet(view, climb), climb == null ? Map.of() : Map.of("climb", drawing(climb)));
    }

    BriefWords.Days days(String key) {
        return new BriefWords.Days(
                reach.words(key),
                reach.firstDay(key),
                reach.lastDay(key),
                reach.hasTargets(key),
                reach.isOverYears(key));
    }

    /** The movement of the figures since the last brief; empty without one, or if its figures are the same. */
    private String moved(ClosedPeriod closed, List<Brief> before, PublicEdition now) {
        if (before.isEmpty()) {
            return "";
        }
        var last = before.getLast();
        var then = periods.editionOfFigures(closed, last);
        if (then.isPresent() && then.get().hash().equals(now.hash())) {
            return "";
        }
        var figures = then.map(PublicEdition::figures).orElseGet(() -> periods.figures(closed, last));
        return Words.of(
                "periods.sinceBrief",
                last.number(),
                TextFormat.time(last.issuedAt()),
                FiguresDifference.of(figures, now.figures()).inFull());
    }

    /** Says that the last brief shows numbers that are hidden now; empty if it does not. */
    private String corrected(ClosedPeriod closed, List<Brief> before, ShownFigures now) {
        return before.isEmpty()
                        || now.hidden().isEmpty()
                        || periods.edition(closed, before.getLast()).isPresent()
                ? ""
                : Words.of("periods.corrected");
    }

    private static String changed(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    private BriefView.Stamp stamp(ClosedPeriod closed, Brief brief, FrozenFigures figures) {
        var approver = closed.decidedBy();
        return new BriefView.Stamp(
                TextFormat.time(brief.issuedAt()),
                TextFormat.time(figures.asAt()),
                figures.rules(),
                people.nameOf(closed.signedBy()),
                approver == null ? "" : people.nameOf(approver),
                brief.hash(),
                brief.changed().isEmpty() ? null : brief.changed());
    }

    private static byte[] drawing(ReachView.ClimbView climb) {
        return ClimbDrawing.of(climb)
                .render()
                .strip()
                .replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .getBytes(StandardCharsets.UTF_8);
    }
}
