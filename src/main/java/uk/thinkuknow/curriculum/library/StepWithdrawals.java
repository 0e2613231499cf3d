package uk.thinkuknow.curriculum.library;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepWithdrawn;
import uk.thinkuknow.curriculum.lesson.Withdrawal;
import uk.thinkuknow.curriculum.lesson.WithdrawnStep;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Withdraws one step of a module: publishes a new version without it, and fires {@link StepWithdrawn}, so that running
 * sessions go on with that version.
 */
@Singleton
public class StepWithdrawals {
    /** Steps of a lesson that one person withdraws within seven days: otherwise they would withdraw it whole, with nobody asked. */
    private static final int STEPS_ALONE = 2;

    private final CurriculumService curriculum;
    private final LessonLibrary library;
    private final ModuleVersions versions;
    private final LessonWithdrawals lessons;
    private final PeopleService people;
    private final WithdrawalLetters letters;
    private final Event<StepWithdrawn> withdrawn;
    private final Clock clock;

    StepWithdrawals(
            CurriculumService curriculum,
            LessonLibrary library,
            ModuleVersions versions,
            LessonWithdrawals lessons,
            PeopleService people,
            WithdrawalLetters letters,
            Event<StepWithdrawn> withdrawn,
            Clock clock) {
        this.curriculum = curriculum;
        this.library = library;
        this.versions = versions;
        this.lessons = lessons;
        this.people = people;
        this.letters = letters;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    /**
     * Withdraws a step. The new version keeps the review, unless a fact has changed since. Where the lesson is out of use,
     * the new version is so, too.
     *
     * @throws Refused if this person looks after an area only, the reason is missing or too long, the newest version
     *     has no such step, it is the only step, or this person
     *     has withdrawn two of its steps within seven days
     * @throws NotFound if no version of the module is in use
     */
    @Transactional
    public void withdraw(StaffMember by, String moduleKey, String stepKey, String why) {
        if (why.isBlank() || why.length() > CurriculumService.REASON_AT_MOST) {
            throw new Refused("library.reasonNeeded", CurriculumService.REASON_AT_MOST);
        }
        if (!LessonWithdrawal.areaOf(by).isProgramme()) {
            throw new Refused("library.stepEverywhere");
        }
        var inUse = versions.inUse(moduleKey);
        var having = inUse.stream()
                .filter(version -> hasStep(version.content(), stepKey))
                .toList();
        if (inUse.isEmpty()) {
            throw new NotFound();
        }
        var newest = inUse.getLast();
        var lesson = CanonicalLesson.lessonOf(newest.content());
        var step = lesson.steps().stream()
                .filter(one -> one.key().equals(stepKey))
                .findFirst()
                .orElseThrow(() -> new Refused("library.chooseStep"));
        if (lesson.steps().size() == 1) {
            throw new Refused("library.onlyStep");
        }
        var at = clock.instant();
        if (withdrawnBy(by, moduleKey, at.minus(LessonWithdrawal.PAUSE)) >= STEPS_ALONE) {
            throw new Refused("library.stepsEnough", STEPS_ALONE);
        }
        var fresh = curriculum.publishWithout(newest, lesson, stepKey);
        having.forEach(version -> note(version.id(), step, fresh.id(), new Withdrawal(by.name(), why, at)));
        // also one that has ended: its author has used up their day for this text
        lessons.inForceOrAsked(moduleKey, at.minus(LessonWithdrawal.PAUSE)).stream()
                .filter(each -> each.upTo() >= newest.number())
                .forEach(each -> each.alsoCovers(fresh.number()));
        library.change();
        people.note(by.name(), Words.of("library.noteWithdrewStep"), "module " + moduleKey, step.title() + ": " + why);
        letters.stepWithdrawn(
                by, moduleKey, Words.of("library.letterStep", by.name(), step.title(), lesson.title()), why);
        var ids = having.stream().map(ModuleVersion::id).collect(Collectors.toSet());
        withdrawn.fire(new StepWithdrawn(moduleKey, stepKey, ids, fresh.id(), by.name(), why, at));
    }

    private long withdrawnBy(StaffMember by, String moduleKey, Instant since) {
        return of(moduleKey).stream()
                .filter(each -> each.by().equals(by.name()) && each.at().isAfter(since))
                .map(WithdrawnStep::step)
                .distinct()
                .count();
    }

    /** Returns the steps withdrawn from a module, newest first. */
    @Transactional
    public List<WithdrawnStep> of(String moduleKey) {
        List<?> rows = versions.getEntityManager()
                .createNativeQuery("""
                        select distinct w.step, w.title, w.withdrawn_by, w.why, w.withdrawn_at from withdrawn_step w
                        join module_version v on v.id = w.module_version_id join module m on m.id = v.module_id
                        where m.module_key = ?1 order by w.withdrawn_at desc""")
                .setParameter(1, moduleKey)
                .getResultList();
        return rows.stream().map(row -> step((Object[]) row)).toList();
    }

    /**
     * What a reviewer of a new text must know: which of its steps were withdrawn, and the withdrawals of the lesson about
     * safeguarding that are in force, newest first.
     *
     * @param steps the keys of the text's steps
     */
    @Transactional
    public List<WithdrawnStep> concerning(String moduleKey, Set<String> steps) {
        var all = new ArrayList<WithdrawnStep>();
        lessons.inForce(moduleKey).stream()
                .filter(each -> each.wish().safeguarding())
                .forEach(each -> all.add(new WithdrawnStep(
                        "",
                        Words.of("library.wholeLesson"),
                        people.nameOf(each.askedBy()),
                        each.wish().why(),
                        each.askedAt())));
        of(moduleKey).stream().filter(each -> steps.contains(each.step())).forEach(all::add);
        return all;
    }

    private void note(long version, Step step, long fresh, Withdrawal withdrawal) {
        versions.getEntityManager()
                .createNativeQuery(
                        "insert into withdrawn_step (module_version_id, step, title, new_version_id, withdrawn_by, why, withdrawn_at) values (?1,?2,?3,?4,?5,?6,?7)")
                .setParameter(1, version)
                .setParameter(2, step.key())
                .setParameter(3, step.title())
                .setParameter(4, fresh)
                .setParameter(5, withdrawal.by())
                .setParameter(6, withdrawal.why())
                .setParameter(7, LocalDateTime.ofInstant(withdrawal.at(), ZoneOffset.UTC))
                .executeUpdate();
    }

    private static boolean hasStep(String content, String step) {
        return CanonicalLesson.lessonOf(content).steps().stream()
                .anyMatch(one -> one.key().equals(step));
    }

    private static WithdrawnStep step(Object[] row) {
        var at = row[4] instanceof java.sql.Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) row[4];
        return new WithdrawnStep(
                (String) row[0], (String) row[1], (String) row[2], (String) row[3], at.toInstant(ZoneOffset.UTC));
    }
}
