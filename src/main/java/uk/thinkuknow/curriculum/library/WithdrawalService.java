package uk.thinkuknow.curriculum.library;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Withdrawal;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Withdraws lessons. One person does so at once, with a reason, in the area they look after. For the whole programme,
 * or for longer than a day, a second person signs; otherwise the lesson is restored, and both are told. About
 * safeguarding it stays withdrawn until a reviewer decides.
 */
@Singleton
public class WithdrawalService {
    private final LessonWithdrawals rows;
    private final VersionsInUse versions;
    private final WithdrawalLetters letters;
    private final PeopleService people;
    private final Clock clock;

    WithdrawalService(
            LessonWithdrawals rows,
            VersionsInUse versions,
            WithdrawalLetters letters,
            PeopleService people,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.letters = letters;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Withdraws a lesson in the person's own area: no session can start with it there, and running ones end. Does
     * nothing if that is so already.
     *
     * @throws Refused if the reason is missing or too long, or this person has withdrawn this version for a day within
     *     the last seven, and nobody has signed
     * @throws NotFound if there is no such lesson
     */
    @Transactional
    public void withdraw(StaffMember by, String moduleKey, WithdrawalWish wish) {
        if (wish.why().isBlank() || wish.why().length() > CurriculumService.REASON_AT_MOST) {
            throw new Refused("library.reasonNeeded", CurriculumService.REASON_AT_MOST);
        }
        var module = versions.newest(moduleKey);
        int inUse = versions.lock(moduleKey);
        // out of use already, perhaps for a day only: a reason about safeguarding must not be lost
        var row = new LessonWithdrawal(moduleKey, inUse == 0 ? module.number() : inUse, wish, by, clock.instant());
        if (inUse == 0 && !wish.safeguarding() || isCovered(row)) {
            return;
        }
        rows.firstAlone(row, row.askedAt().minus(LessonWithdrawal.PAUSE)).ifPresent(row::countDayFrom);
        rows.persist(row);
        versions.withdraw(row, by.name(), row.askedAt());
        people.note(by.name(), Words.of("library.noteWithdrew"), "module " + moduleKey, wish.why());
        letters.ask(row, by, module.lesson().title());
    }

    /**
     * Keeps a lesson withdrawn, as a second person or as the reviewer.
     *
     * @throws Refused if this person may not, or somebody has decided meanwhile
     */
    @Transactional
    public void keep(StaffMember by, PublicId id) {
        var row = rows.locked(id).orElseThrow(NotFound::new);
        var at = clock.instant();
        if (row.keep(by, at)) {
            versions.withdraw(row, people.nameOf(row.askedBy()), at);
        }
        tell(by, row, "library.noteKept");
    }

    /**
     * Restores a lesson.
     *
     * @throws Refused if this person may not, or somebody has decided meanwhile
     */
    @Transactional
    public void restore(StaffMember by, PublicId id) {
        var row = rows.locked(id).orElseThrow(NotFound::new);
        row.restore(by, clock.instant());
        putBack(row);
        tell(by, row, "library.noteRestored");
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance(
                "lesson-withdrawals", Words.of("library.restoreJob"), Schedule.every("1m", "25s"), this::restoreDue);
    }

    /** Restores the lessons whose withdrawal nobody else has signed within a day, each in its own transaction. */
    void restoreDue() {
        RetryOnConflict.call(() -> rows.due(clock.instant())).forEach(id -> RetryOnConflict.run(() -> restoreDue(id)));
    }

    private void restoreDue(PublicId id) {
        var row = rows.locked(id).orElseThrow();
        if (row.state() != LessonWithdrawal.State.WAITING) {
            return;
        }
        row.end(clock.instant());
        putBack(row);
        people.noteByItself(
                Words.of("library.noteNotSigned"), subject(row), row.wish().why());
        letters.notSigned(row, title(row));
    }

    /** Returns the lessons that are out of use, and what this person may do about each, newest first. */
    @Transactional
    public List<WithdrawalInForce> inForce(StaffMember viewer) {
        return inForce(rows.inForce(), viewer);
    }

    /** Returns where one lesson is out of use, newest first. */
    @Transactional
    public List<WithdrawalInForce> inForce(StaffMember viewer, String moduleKey) {
        return inForce(rows.inForce(moduleKey), viewer);
    }

    /** Returns whether a lesson is out of use for the safety of children, somewhere. */
    @Transactional
    public boolean isAboutSafeguarding(String moduleKey) {
        return rows.inForce(moduleKey).stream().anyMatch(row -> row.wish().safeguarding());
    }

    private List<WithdrawalInForce> inForce(List<LessonWithdrawal> all, StaffMember viewer) {
        return all.stream()
                .filter(row -> versions.newest(row.moduleKey()).number() <= row.upTo())
                .map(row -> new WithdrawalInForce(
                        row.publicId(),
                        versions.newest(row.moduleKey()),
                        row.wish(),
                        row.area(),
                        new Withdrawal(
                                people.nameOf(row.askedBy()),
                                row.mayReadWhy(viewer) ? row.wish().why() : Words.of("library.whyElsewhere"),
                                row.askedAt()),
                        row.endsAt(),
                        new WithdrawalInForce.Rights(signer(row), row.mayKeep(viewer), row.mayRestore(viewer))))
                .toList();
    }

    private @Nullable String signer(LessonWithdrawal row) {
        var decidedBy = row.decidedBy();
        return decidedBy == null ? null : people.nameOf(decidedBy);
    }

    /** Whether a lesson is out of use already wherever the new withdrawal wants it. */
    private boolean isCovered(LessonWithdrawal wanted) {
        return rows.inForce(wanted.moduleKey()).stream()
                .anyMatch(row -> row.upTo() >= wanted.upTo()
                        && row.area().covers(wanted.area())
                        && row.wanted().covers(wanted.wanted())
                        && (row.wish().safeguarding() || !wanted.wish().safeguarding()));
    }

    /** Puts the versions back, unless another withdrawal holds for the whole programme. */
    private void putBack(LessonWithdrawal row) {
        if (rows.inForce(row.moduleKey()).stream()
                .noneMatch(each -> each.area().isProgramme() && each.upTo() >= row.upTo())) {
            versions.restore(row, rows.heldSince(row));
        }
    }

    private void tell(StaffMember by, LessonWithdrawal row, String act) {
        people.note(by.name(), Words.of(act), subject(row), row.wish().why());
        letters.decided(row, title(row), by.name());
    }

    private String title(LessonWithdrawal row) {
        return versions.newest(row.moduleKey()).lesson().title();
    }

    private static String subject(LessonWithdrawal row) {
        return "module " + row.moduleKey();
    }
}
