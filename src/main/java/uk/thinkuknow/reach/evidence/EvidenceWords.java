package uk.thinkuknow.reach.evidence;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.reach.evidence.EvidenceView.Fact;
import uk.thinkuknow.reach.evidence.EvidenceView.Step;
import uk.thinkuknow.reach.evidence.EvidenceView.Term;

/** Writes the sentences and facts on the page of one session. It shows numbers of marks, never individual cards. */
final class EvidenceWords {
    /** A signature and its audit entry are written within this time. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private EvidenceWords() {}

    static String sentence(SchoolSession session, SchoolTimeline.Entry chapter) {
        if (session.isCounted()) {
            return "This session added %s to the year’s figure, which stood at %s for the school after it."
                    .formatted(
                            TextFormat.counted(chapter.added().count(), "child", "children"),
                            TextFormat.number(chapter.soFar()));
        }
        if (session.isWithdrawn()) {
            return "The return of this session was withdrawn, so nothing of it counts any more. It awaits no other.";
        }
        if (session.isAwaiting()) {
            return "This session awaits its signed return, so nothing of it is counted yet. That is not zero.";
        }
        return session.signed().endedAt() == null
                ? "This session is still in progress. It counts when its return is signed."
                : "This session took place and nobody came. It adds nobody, and awaits nothing.";
    }

    /**
     * The calculation: cards less absences is the attendance; less children counted earlier is the children new to
     * reach.
     */
    static List<Term> equation(SchoolTimeline.Entry chapter) {
        var marks = chapter.marks();
        int here = marks.children();
        var terms = new ArrayList<Term>();
        terms.add(new Term("", TextFormat.number(marks.cards()), "cards it was for", false));
        terms.add(new Term("−", TextFormat.number(marks.cards() - here), "not here", false));
        terms.add(new Term("=", TextFormat.number(here), "here", false));
        terms.add(
                new Term("−", TextFormat.number(here - chapter.added().count()), "counted earlier in the year", false));
        terms.add(new Term("=", TextFormat.number(chapter.added().count()), "new to reach", true));
        return terms;
    }

    /** Says that the return counts unchanged until its change has a second signature. */
    static String changing(SchoolReturns.Change change) {
        return "%s asked on %s to %s this return. It counts as it stands until somebody else has signed that too."
                .formatted(change.by(), TextFormat.time(change.at()), change.withdrawal() ? "withdraw" : "change");
    }

    static List<Fact> facts(SchoolSession session, SchoolTimeline.Entry chapter, boolean changing) {
        var facts = new ArrayList<Fact>();
        var signed = session.signed();
        facts.add(new Fact(
                "State", session.standing() + (changing ? ", with a change that waits for a second signature" : "")));
        var by = signed.by();
        var at = signed.at();
        if (by != null && at != null) {
            facts.add(new Fact("Signed by", by + ", " + TextFormat.time(at)));
        }
        if (session.isCounted()) {
            marks(facts, chapter);
        }
        var withdrawn = signed.withdrawn();
        if (withdrawn != null) {
            facts.add(new Fact("Withdrawn by", withdrawn.by() + ", " + TextFormat.time(withdrawn.at())));
            facts.add(new Fact("Why", withdrawn.why()));
        }
        var taught = session.taught();
        facts.add(new Fact(
                "Lesson",
                "%s, version %d, ages %s"
                        .formatted(
                                taught.title(), taught.version(), taught.band().replace('-', '–'))));
        facts.add(new Fact(
                "Taken",
                signed.fromPaper()
                        ? "Entered from a paper register"
                        : taught.devices() ? "On devices" : "Without devices"));
        if (signed.rules() > 0) {
            facts.add(new Fact(
                    "Rules",
                    "Version " + signed.rules() + ", "
                            + new Period("", session.term()).inWords().strip()));
        }
        return facts;
    }

    private static void marks(List<Fact> facts, SchoolTimeline.Entry chapter) {
        var marks = chapter.marks();
        facts.add(new Fact("Marks, grade A", marks.onDevice() + " picked their card on a device"));
        facts.add(new Fact("Marks, grade B", marks.fromList() + " ticked from the class list"));
        facts.add(new Fact("Marks, grade C", marks.gradeC() + " counted by head or as a visitor"));
        if (marks.guests() > 0) {
            facts.add(new Fact(
                    "Guests",
                    marks.guests()
                            + " of these, of another class: in the attendance and the range, not in the headline"));
        }
        if (marks.notTakingPart() > 0) {
            facts.add(new Fact("Not taking part", TextFormat.number(marks.notTakingPart())));
        }
        var added = chapter.added();
        facts.add(new Fact(
                "Range",
                added.lower() == added.upper()
                        ? "None: exactly " + TextFormat.number(added.count()) + " new"
                        : "Between %s and %s new: a mark without a card may be a child counted before, or not"
                                .formatted(TextFormat.number(added.lower()), TextFormat.number(added.upper()))));
    }

    /** The address of an audit entry in the list of the session's entries. */
    private static String audit(String session, PeopleService.RecordedAct noted) {
        return "/audit?subject=session+" + session + "#entry-" + noted.id();
    }

    /** The versions of a return, each with the audit entry written at its signature, if there is one. */
    static List<EvidenceView.Version> versions(
            String session,
            List<SchoolReturns.Version> versions,
            List<PeopleService.RecordedAct> trail,
            Optional<SchoolReturns.Change> change) {
        return versions.stream()
                .map(each -> new EvidenceView.Version(
                        "Version " + each.number(),
                        each.signed().by() + ", "
                                + TextFormat.time(each.signed().at()),
                        TextFormat.counted(each.children(), "child", "children")
                                + (each.guests() == 0
                                        ? ""
                                        : " and " + TextFormat.counted(each.guests(), "guest", "guests")),
                        each.standing().inWords()
                                + change.filter(waits -> each.standing().counts())
                                        .map(waits -> " until its %s has a second signature"
                                                .formatted(waits.withdrawal() ? "withdrawal" : "change"))
                                        .orElse(""),
                        trail.stream()
                                .filter(noted -> Duration.between(each.signed().at(), noted.at())
                                                .abs()
                                                .compareTo(AT_ONCE)
                                        < 0)
                                .findFirst()
                                .map(noted -> audit(session, noted))
                                .orElse(null)))
                .toList();
    }

    static List<Step> trail(String session, List<PeopleService.RecordedAct> noted) {
        return noted.stream()
                .map(each -> new Step(
                        each.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                        TextFormat.time(each.at()),
                        TextFormat.capitalised(each.act()),
                        each.staffName(),
                        each.detail().isEmpty() ? null : each.detail(),
                        audit(session, each)))
                .toList();
    }
}
