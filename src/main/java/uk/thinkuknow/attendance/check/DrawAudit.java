package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;

/** Writes the draw of a week into the audit, so that anyone can repeat it. */
@Singleton
class DrawAudit {
    private static final int IN_AN_ENTRY = 20;

    private final PeopleService people;

    DrawAudit(PeopleService people) {
        this.people = people;
    }

    void note(LocalDate week, RandomDraw draw) {
        var subject = "figure-check " + week;
        var chance = draw.byChance();
        var risk = draw.byRisk();
        note(
                subject,
                "check.actDrew",
                Words.of(
                        "check.drew",
                        chance.size(),
                        draw.among().size(),
                        risk.size(),
                        draw.risky().size(),
                        draw.seed(),
                        RandomDraw.hash(String.join(" ", draw.among()))));
        noteSessions(subject, "check.actSessions", chance);
        noteSessions(subject, "check.actRisky", draw.risky());
        noteSessions(subject, "check.actSessionsByRisk", risk);
    }

    private void noteSessions(String subject, String act, List<String> sessions) {
        for (int from = 0; from < sessions.size(); from += IN_AN_ENTRY) {
            note(subject, act, String.join(" ", sessions.subList(from, Math.min(from + IN_AN_ENTRY, sessions.size()))));
        }
    }

    private void note(String subject, String act, String detail) {
        people.noteByItself(Words.of(act), subject, detail);
    }
}
