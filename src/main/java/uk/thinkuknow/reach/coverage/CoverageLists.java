package uk.thinkuknow.reach.coverage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.coverage.CoverageService.Found;
import uk.thinkuknow.reach.coverage.CoverageService.Leavers;
import uk.thinkuknow.reach.coverage.CoverageService.Listed;
import uk.thinkuknow.reach.coverage.CoverageService.NextSchool;
import uk.thinkuknow.reach.coverage.CoverageViews.LeaversRow;
import uk.thinkuknow.reach.coverage.CoverageViews.LeaversView;
import uk.thinkuknow.reach.coverage.CoverageViews.ListView;
import uk.thinkuknow.reach.coverage.CoverageViews.ListedView;
import uk.thinkuknow.reach.coverage.CoverageViews.NextView;
import uk.thinkuknow.reach.coverage.CoverageViews.Pages;
import uk.thinkuknow.web.FormOption;

/** Formats the coverage lists for their pages: schools, schools to visit next, and leavers. */
final class CoverageLists {
    private CoverageLists() {}

    static ListView of(Found found, SchoolFilter wanted, CoverageResource.ShownArea place) {
        var shows = new ArrayList<FormOption>();
        Arrays.stream(SchoolFilter.Show.values())
                .forEach(each -> shows.add(new FormOption(each.key(), each.words(), each == wanted.show())));
        var phases = new ArrayList<>(List.of(
                new FormOption("", Words.of("coverage.anyPhase"), wanted.phase().isEmpty())));
        CoverageViews.PHASES.forEach(
                each -> phases.add(new FormOption(each, TextFormat.capitalised(each), each.equals(wanted.phase()))));
        var sizes = new ArrayList<>(List.of(new FormOption("", Words.of("coverage.anySize"), wanted.size() == null)));
        Arrays.stream(SchoolFilter.Size.values())
                .forEach(each -> sizes.add(new FormOption(each.key(), each.words(), each == wanted.size())));
        return new ListView(
                wanted.words(),
                Words.of("coverage.found." + wanted.show(), found.all()),
                shows,
                phases,
                sizes,
                found.schools().stream().map(each -> listed(each, place)).toList(),
                new Pages(
                        wanted.page(),
                        Math.max(1, (found.all() + SchoolFilter.A_PAGE - 1) / SchoolFilter.A_PAGE),
                        query(wanted, place)));
    }

    private static ListedView listed(Listed each, CoverageResource.ShownArea place) {
        return new ListedView(
                each.school().publicId(),
                each.school().name(),
                each.school().town() + ", "
                        + place.areas().authority(each.school().authority()),
                TextFormat.capitalised(each.phase()),
                each.roll() == null ? Words.of("coverage.notKnown") : TextFormat.number(each.roll()),
                each.lastLesson() == null ? Words.of("coverage.never") : TextFormat.day(each.lastLesson()),
                each.reach().text());
    }

    /** The query string that carries all filters to other pages and to the file. */
    private static String query(SchoolFilter wanted, CoverageResource.ShownArea place) {
        var size = wanted.size();
        return "?show=" + wanted.show().key()
                + "&words=" + URLEncoder.encode(wanted.words(), StandardCharsets.UTF_8)
                + "&phase=" + URLEncoder.encode(wanted.phase(), StandardCharsets.UTF_8)
                + "&size=" + (size == null ? "" : size.key())
                + "&area=" + place.within().inAddress();
    }

    static NextView next(NextSchool each, CoverageResource.ShownArea place) {
        var last = each.lastLesson();
        var why = Words.of(
                "coverage.whyNext",
                TextFormat.capitalised(CoverageWords.about(each.unreached())),
                each.roll(),
                each.trip().trainer(),
                each.trip().kilometres(),
                CoverageWords.minutes(each.trip().minutes()));
        var before = last == null
                ? Words.of("coverage.neverReachedYet")
                : Words.of("coverage.lastLessonOn", TextFormat.day(last));
        return new NextView(
                each.school().publicId(),
                each.school().name(),
                each.school().town() + ", "
                        + place.areas().authority(each.school().authority()),
                each.trip().trainer(),
                CoverageWords.about(each.trip().perHour()),
                why + " " + before);
    }

    static List<LeaversView> leavers(
            List<Map.Entry<Integer, String>> rule, List<Leavers> leavers, CoverageResource.ShownArea place) {
        return rule.stream()
                .map(group -> leavers(
                        group.getKey(),
                        group.getValue(),
                        leavers.stream()
                                .filter(each -> each.yearGroup() == group.getKey())
                                .toList(),
                        place))
                .toList();
    }

    private static LeaversView leavers(
            int yearGroup, String name, List<Leavers> areas, CoverageResource.ShownArea place) {
        var total = areas.stream().map(Leavers::sum).reduce(LeaverReach.Sum.NONE, LeaverReach.Sum::plus);
        int least = Objects.requireNonNullElse(CoverageFigures.percent(total.atLeast(), total.cards()), 0);
        int most = Objects.requireNonNullElse(CoverageFigures.percent(total.atMost(), total.cards()), 0);
        boolean regions = place.within().hasRegions();
        return new LeaversView(
                yearGroup,
                name,
                said(total, least, most),
                least,
                most - least,
                areas.stream()
                        .map(each -> new LeaversRow(
                                regions
                                        ? place.areas().region(each.area())
                                        : place.areas().authority(each.area()),
                                TextFormat.number(each.sum().alone()),
                                TextFormat.number(each.sum().cards()),
                                TextFormat.number(each.sum().atLeast()),
                                TextFormat.number(each.sum().atMost()),
                                TextFormat.number(each.sum().mixed())))
                        .sorted(Comparator.comparing(LeaversRow::area))
                        .toList());
    }

    private static String said(LeaverReach.Sum total, int least, int most) {
        if (total.cards() == 0) {
            return Words.of("coverage.noClassAlone");
        }
        var reached = Words.of(
                "coverage.leaversReached", total.cards(), total.alone(), total.atLeast(), least, total.atMost(), most);
        return total.mixed() == 0 ? reached : reached + " " + Words.of("coverage.mixedLeftOut", total.mixed());
    }
}
