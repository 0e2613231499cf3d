package uk.thinkuknow.reach.evidence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.frame.StaffSchools;
import uk.thinkuknow.schools.school.SchoolFinder;
import uk.thinkuknow.schools.school.SchoolRecord;
import uk.thinkuknow.schools.school.SchoolRecords;
import uk.thinkuknow.schools.school.SchoolSearchResult;
import uk.thinkuknow.web.FormOption;

/** Builds the school search page and the page of a school. */
@Singleton
class SchoolPages {
    /** The school search with its results. */
    @CheckedTemplate(basePath = "reach/evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SchoolsPage(String typed, List<Result> results, boolean asked, Links links) implements TemplateInstance {}

    /** Says which links of the school search the user may see. */
    record Links(boolean imports, boolean holidays) {}

    private final SchoolFinder finder;
    private final SchoolRecords register;
    private final DrillDown drillDown;
    private final ClassMoves moves;
    private final StaffSchools staff;

    SchoolPages(
            SchoolFinder finder, SchoolRecords register, DrillDown drillDown, ClassMoves moves, StaffSchools staff) {
        this.finder = finder;
        this.register = register;
        this.drillDown = drillDown;
        this.moves = moves;
        this.staff = staff;
    }

    /**
     * A school in the search results.
     *
     * @param closed null for an open school
     * @param became the schools that succeeded it; may be empty
     * @param mine true for the user's own school
     */
    record Result(
            String id,
            String name,
            String where,
            String what,
            @Nullable String closed,
            List<Link> became,
            boolean mine) {}

    /** A link to a successor school. */
    record Link(String id, String name) {}

    /** The page of a school. */
    @CheckedTemplate(basePath = "reach/evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SchoolPage(
            Head head,
            List<Fact> facts,
            Lineage lineage,
            List<Fact> before,
            @Nullable Reach reach,
            List<Undecided> undecided,
            SchoolLinks links)
            implements TemplateInstance {}

    /** Says which links of a school's page the user may see. */
    record SchoolLinks(boolean calendar, boolean held) {}

    /** The heading of a school's page; closed is null for an open school. */
    record Head(
            String id, String name, String where, @Nullable String closed, List<Link> became) {
        public List<FormOption> successors() {
            return became.stream()
                    .map(next -> new FormOption(next.id(), next.name(), false))
                    .toList();
        }
    }

    /**
     * A fact about a school.
     *
     * @param when the dates between which it is valid, or other details; may be empty
     */
    record Fact(String what, String value, String when) {}

    /** The schools that came before and after a school. */
    record Lineage(List<RelatedSchool> before, List<RelatedSchool> after) {
        public boolean any() {
            return !before.isEmpty() || !after.isEmpty();
        }
    }

    /** A predecessor or successor of a school. */
    record RelatedSchool(String id, String name, String how) {}

    /** The school's reach this year, for users who may see it. */
    record Reach(String year, List<Fact> facts, String href) {}

    /** The schools that match a name, town, postcode or number, best match first; at most twenty. */
    SchoolsPage list(StaffMember me, String typed) {
        return new SchoolsPage(
                typed,
                finder.find(typed).stream()
                        .map(school -> result(school, me.schoolId()))
                        .toList(),
                !typed.isBlank(),
                new Links(me.is(Role.MANAGER) && me.scope().isProgramme(), me.is(Role.MANAGER)));
    }

    /** A class whose successor school is still to be chosen. */
    record Undecided(String id, String name) {}

    /** @throws NotFound if there is no such school */
    SchoolPage show(StaffMember me, PublicId id) {
        var sheet = register.sheet(id);
        var school = sheet.school();
        return new SchoolPage(
                new Head(
                        school.publicId().value(),
                        school.name(),
                        school.where().line(),
                        closed(school),
                        became(school)),
                facts(sheet),
                new Lineage(kin(sheet, true), kin(sheet, false)),
                before(sheet),
                drillDown.figures(id).map(figures -> reach(sheet, figures)).orElse(null),
                moves.undecided(me, id).stream()
                        .map(each -> new Undecided(each.publicId().value(), each.name() + ", " + each.year()))
                        .toList(),
                new SchoolLinks(moves.mayDecide(me, id), staff.maySeeHeldData(me, school.id())));
    }

    private static Fact fact(String key, String value, String when) {
        return new Fact(Words.of("evidence.fact." + key), value, when);
    }

    private static Reach reach(SchoolRecord sheet, SchoolFigures figures) {
        var facts = new ArrayList<Fact>();
        var share = figures.share();
        var awaiting = figures.pendingInWords();
        var href = "/reach/schools/" + sheet.school().publicId();
        if (figures.attendances() == 0) {
            return new Reach(
                    figures.year(), List.of(fact("reached", Words.of("evidence.noReturnYet"), awaiting)), href);
        }
        facts.add(fact(
                "reached",
                Words.of("evidence.counted", figures.reached().headline(), 0),
                figures.reached().text().range()));
        facts.add(fact(
                "shareOfRoll",
                share == null ? Words.of("evidence.rollUnknown") : share + "%",
                share != null && share > 100 ? Words.of("evidence.morePupils") : ""));
        facts.add(fact("attendances", TextFormat.number(figures.attendances()), awaiting));
        return new Reach(figures.year(), facts, href);
    }

    private static Result result(SchoolSearchResult school, @Nullable Long mine) {
        return new Result(
                school.publicId().value(),
                school.name(),
                Stream.of(school.where().line(), school.where().authority(), school.number())
                                .filter(part -> !part.isEmpty())
                                .reduce((one, other) -> one + ". " + other)
                                .orElse("")
                        + ".",
                what(school),
                closed(school),
                became(school),
                mine != null && mine == school.id());
    }

    private static List<Link> became(SchoolSearchResult school) {
        return school.became().stream()
                .map(next -> new Link(next.publicId().value(), next.name()))
                .toList();
    }

    private static @Nullable String closed(SchoolSearchResult school) {
        var on = school.what().closedOn();
        if (!school.what().isClosed()) {
            return null;
        }
        return on == null ? Words.of("evidence.closed") : Words.of("evidence.closedOn", TextFormat.day(on));
    }

    private static String what(SchoolSearchResult school) {
        var parts = new ArrayList<String>();
        parts.add(TextFormat.capitalised(school.what().phase()));
        if (!school.what().ages().isEmpty()) {
            parts.add(Words.of("evidence.ages", school.what().ages()));
        }
        var roll = school.what().roll();
        if (roll != null) {
            parts.add(Words.of("evidence.pupils", roll));
        }
        return String.join(", ", parts);
    }

    private static List<Fact> facts(SchoolRecord sheet) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                "what",
                Stream.of(what(sheet.school()), sheet.details().kind())
                        .filter(part -> !part.isEmpty())
                        .reduce((a, b) -> a + ". " + b)
                        .orElse(""),
                ""));
        facts.add(fact("standing", standing(sheet), ""));
        facts.addAll(now(sheet));
        return facts;
    }

    private static String standing(SchoolRecord sheet) {
        var opened = sheet.details().openedOn();
        if (sheet.school().what().status().equals("proposed")) {
            return opened == null
                    ? Words.of("evidence.proposed")
                    : Words.of("evidence.proposedOn", TextFormat.day(opened));
        }
        var closed = closed(sheet.school());
        var state = closed != null
                ? closed
                : Words.of(sheet.school().what().status().equals("closing") ? "evidence.openClosing" : "evidence.open");
        return opened == null ? state : Words.of("evidence.opened", state, TextFormat.day(opened));
    }

    private static List<Fact> now(SchoolRecord sheet) {
        return dated(sheet)
                .filter(each -> each.dated().holds())
                .map(SchoolPages::line)
                .toList();
    }

    /** Facts that are no longer valid, newest first within each kind. */
    private static List<Fact> before(SchoolRecord sheet) {
        return dated(sheet)
                .filter(each -> !each.dated().holds())
                .map(SchoolPages::line)
                .toList();
    }

    /** A dated fact with its label. */
    private record Named(String what, SchoolRecord.Dated dated) {}

    private static Stream<Named> dated(SchoolRecord sheet) {
        return Stream.of(
                        sheet.numbers().stream().map(each -> new Named(SchoolFinder.schemeInWords(each.what()), each)),
                        sheet.areas().stream().map(each -> new Named(Words.of("evidence.authority"), each)),
                        sheet.facts().stream().map(each -> new Named(named(each.what()), each)))
                .flatMap(each -> each);
    }

    private static String named(String fact) {
        return switch (fact) {
            case "fsm" -> Words.of("evidence.freeMeals");
            case "rurality" -> Words.of("evidence.surroundings");
            default -> TextFormat.capitalised(fact);
        };
    }

    private static Fact line(Named each) {
        var value = each.dated().what().equals("fsm")
                ? Words.of("evidence.mealsShare", each.dated().value())
                : each.dated().value();
        return new Fact(each.what(), value, each.dated().days());
    }

    private static List<RelatedSchool> kin(SchoolRecord sheet, boolean before) {
        return sheet.lineage().stream()
                .filter(each -> each.isBefore() == before)
                .map(each -> new RelatedSchool(each.publicId().value(), each.name(), how(each)))
                .toList();
    }

    private static String how(SchoolRecord.RelatedSchool kin) {
        var kind = List.of("merged", "amalgamated", "split").contains(kin.kind())
                ? Words.of("evidence.kin." + kin.kind())
                : "";
        var on = kin.on();
        return Stream.of(kin.number(), kind, on == null ? "" : TextFormat.day(on))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
