package uk.thinkuknow.reach.evidence;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
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
        return switch (session.standing()) {
            case SIGNED ->
                Words.of(
                        "evidence.addedToYear",
                        chapter.added().headline(),
                        chapter.added().text().range(),
                        chapter.soFar().text().inWords());
            case TO_CONFIRM -> Words.of("evidence.isToConfirm");
            case WITHDRAWN -> Words.of("evidence.withdrew");
            case AWAITING -> Words.of("evidence.awaitsReturn");
            case IN_PROGRESS -> Words.of("evidence.inProgress");
            case NOBODY -> Words.of("evidence.addedNothing");
        };
    }

    /**
     * The calculation: cards less absences is the attendance; less children counted earlier is the children new to
     * reach.
     */
    static List<Term> equation(SchoolTimeline.Entry chapter) {
        var marks = chapter.marks();
        int here = marks.children();
        var added = chapter.added();
        return List.of(
                new Term("", TextFormat.number(marks.cards()), Words.of("evidence.cardsFor"), false),
                new Term("−", TextFormat.number(marks.cards() - here), Words.of("evidence.notHere"), false),
                new Term("=", TextFormat.number(here), Words.of("evidence.here"), false),
                new Term("−", TextFormat.number(here - added.headline()), Words.of("evidence.countedBefore"), false),
                new Term(
                        "=",
                        added.text().number(),
                        Words.of("evidence.newToReach", added.text().range()),
                        true));
    }

    /** Says that the return counts unchanged until its change has a second signature. */
    static String changing(SchoolReturns.Change change) {
        return Words.of("evidence.change", change.by(), TextFormat.time(change.at()), change.withdrawal());
    }

    /** Returns the way to a return that waits, for a manager also to a missing one; else null. */
    static EvidenceView.@Nullable Link next(SchoolSession session, boolean manages) {
        if (session.isCounted() || session.isWithdrawn()) {
            return null;
        }
        if (session.standing() == SessionStanding.TO_CONFIRM) {
            return new EvidenceView.Link(
                    "/returns-to-confirm/" + session.publicId(),
                    Words.of(manages ? "evidence.confirm" : "evidence.seeWaiting"));
        }
        return !manages
                ? null
                : new EvidenceView.Link("/sessions/" + session.publicId() + "/signer", Words.of("evidence.signer"));
    }

    static List<Fact> facts(
            SchoolSession session,
            SchoolTimeline.Entry chapter,
            boolean changing,
            Optional<SchoolReturns.Confirmation> confirmation) {
        var facts = new ArrayList<Fact>();
        var signed = session.signed();
        var state = session.standing().words();
        facts.add(fact("state", changing ? Words.of("evidence.changePending", state) : state));
        var by = signed.by();
        var at = signed.at();
        if (by != null && at != null) {
            facts.add(fact("signedBy", by + ", " + TextFormat.time(at)));
        }
        confirmation.ifPresent(each -> {
            facts.add(fact("confirmedBy", each.by() + ", " + TextFormat.time(each.at())));
            if (!each.grounds().isEmpty()) {
                facts.add(fact(
                        "grounds",
                        each.grounds().stream()
                                .map(ground -> Words.of("confirmation.brief." + ground))
                                .collect(Collectors.joining("; "))));
            }
        });
        if (session.isCounted()) {
            marks(facts, chapter);
        }
        var withdrawn = signed.withdrawn();
        if (withdrawn != null) {
            facts.add(fact("withdrawnBy", withdrawn.by() + ", " + TextFormat.time(withdrawn.at())));
            facts.add(fact("why", withdrawn.why()));
        }
        var taught = session.taught();
        facts.add(fact(
                "lesson",
                Words.of(
                        "evidence.lessonTaught",
                        taught.title(),
                        taught.version(),
                        taught.band().replace('-', '–'))));
        var taken = signed.fromPaper() ? "onPaper" : taught.devices() ? "onDevices" : "withoutDevices";
        facts.add(fact("taken", Words.of("evidence.taken." + taken)));
        if (signed.rules() > 0) {
            var term = new Period("", session.term()).inWords().strip();
            facts.add(fact("rules", Words.of("evidence.rulesVersion", signed.rules(), term)));
        }
        return facts;
    }

    private static Fact fact(String key, String value) {
        return new Fact(Words.of("evidence.fact." + key), value);
    }

    private static void marks(List<Fact> facts, SchoolTimeline.Entry chapter) {
        var marks = chapter.marks();
        facts.add(fact("gradeA", Words.of("evidence.gradeAMarks", marks.onDevice())));
        facts.add(fact("gradeB", Words.of("evidence.gradeBMarks", marks.fromList())));
        facts.add(fact("gradeC", Words.of("evidence.gradeCMarks", marks.gradeC())));
        if (marks.guests() > 0) {
            facts.add(fact("guests", Words.of("evidence.guestMarks", marks.guests())));
        }
        if (marks.notTakingPart() > 0) {
            facts.add(fact("notTakingPart", TextFormat.number(marks.notTakingPart())));
        }
        var added = chapter.added();
        facts.add(fact(
                "range",
                added.atLeast() == added.atMost()
                        ? Words.of("evidence.noRange", added.headline())
                        : Words.of("evidence.marksMayBeCounted", added.atLeast(), added.atMost())));
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
                        Words.of("evidence.version", each.number()),
                        each.signed().by() + ", "
                                + TextFormat.time(each.signed().at()),
                        Words.of("evidence.counted", each.children(), each.guests()),
                        change.filter(waits -> each.standing().counts())
                                .map(waits -> Words.of(
                                        "evidence.countsUntil", each.standing().inWords(), waits.withdrawal()))
                                .orElse(each.standing().inWords()),
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
