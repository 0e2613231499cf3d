package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.drafts.DraftHeaders.DraftHeader;
import uk.thinkuknow.studio.drafts.Drafts.DraftEvent;

/**
 * Discards drafts and restores them. Only the person who began a draft, and managers, may do either. Retention rule
 * that deletes the files of a draft, with its saved Welsh, when it can no longer be restored.
 */
@Singleton
class DiscardedDrafts implements RetentionRule {
    /** The number of whole days after the day of discarding on which a draft can be restored. */
    private static final int RESTORABLE_DAYS = 90;

    private static final int SHOWN = 20;
    private static final int AT_ONCE = 20;
    private static final String DISCARDED = "discarded";
    private static final String LATE = """
            from lesson_draft d where d.state = 'discarded'
              and not exists (select 1 from lesson_draft_event e
                where e.draft_id = d.id and e.what = 'discarded' and e.happened_at >= ?1)
              and (exists (select 1 from lesson_draft_file f where f.draft_id = d.id)
                or exists (select 1 from lesson_draft_revision r where r.draft_id = d.id and r.welsh is not null))""";

    private final Drafts drafts;
    private final DraftEditor draftEditor;
    private final DraftHeaders heads;
    private final PeopleService people;
    private final Clock clock;

    DiscardedDrafts(Drafts drafts, DraftEditor draftEditor, DraftHeaders heads, PeopleService people, Clock clock) {
        this.drafts = drafts;
        this.draftEditor = draftEditor;
        this.heads = heads;
        this.people = people;
        this.clock = clock;
    }

    /** Returns whether a person may discard or restore a draft that was begun by this account. */
    static boolean isAllowed(StaffMember me, long beganBy) {
        return me.id() == beganBy || me.is(Role.MANAGER);
    }

    /**
     * Discards a draft, also one whose lesson cannot be read; its content and revisions are kept.
     *
     * @throws Refused if somebody else began it, it is in review or closed, or the lesson is locked to this person
     */
    @Transactional
    void discard(StaffMember me, String id) {
        var draft = draftEditor.changeable(me, id);
        mustBeAllowed(me, draft);
        draft.moveTo(DraftState.DISCARDED);
        note(draft, DISCARDED, me);
    }

    /**
     * Restores a discarded draft as it was.
     *
     * @throws Refused if somebody else began it, it is not discarded or was more than 90 days ago, or the lesson has
     *     another draft by now
     */
    @Transactional
    void restore(StaffMember me, String id) {
        var draft = drafts.locked(id).orElseThrow(NotFound::new);
        mustBeAllowed(me, draft);
        if (draft.state() != DraftState.DISCARDED) {
            throw new Refused("drafts.notWhereYouSaw", draft.state().words());
        }
        if (lastDay(draft, drafts.events(draft.id()), London.today(clock)).isEmpty()) {
            throw new Refused("drafts.tooLateToRestore", RESTORABLE_DAYS);
        }
        if (drafts.openOf(draft.moduleKey()).isPresent()) {
            throw new Refused("drafts.otherDraft");
        }
        draft.moveTo(DraftState.DRAFT);
        note(draft, "restored", me);
    }

    /** Returns the last day on which a draft can be restored; empty if it is not discarded, or that day is over. */
    static Optional<LocalDate> lastDay(Draft draft, List<DraftEvent> events, LocalDate today) {
        return events.reversed().stream()
                .filter(event ->
                        draft.state() == DraftState.DISCARDED && event.what().equals(DISCARDED))
                .findFirst()
                .map(event -> London.dateOf(event.at()).plusDays(RESTORABLE_DAYS))
                .filter(day -> !day.isBefore(today));
    }

    /** Returns the headers of discarded drafts that a person may restore, last changed first; at most 20. */
    @Transactional
    List<DraftHeader> of(StaffMember me) {
        return drafts.discarded(firstRestorable()).stream()
                .filter(draft -> isAllowed(me, drafts.beganBy(draft.id())))
                .limit(SHOWN)
                .map(draft -> heads.head(draft, me))
                .toList();
    }

    @Override
    public Terms terms() {
        return new Terms(
                "discarded-drafts",
                Words.of("drafts.retainedDiscarded"),
                Words.of("drafts.retainedDiscardedAfter"),
                RESTORABLE_DAYS,
                Words.of("drafts.retainedDiscardedWhy"),
                LocalDate.of(2026, 12, 1));
    }

    @Override
    public long due() {
        return RetryOnConflict.call(() -> (Long) drafts.getEntityManager()
                .createNativeQuery("select count(*) " + LATE, Long.class)
                .setParameter(1, firstRestorable())
                .getSingleResult());
    }

    @Override
    public int deleteSome() {
        return RetryOnConflict.call(() -> {
            List<Long> late = drafts.getEntityManager()
                    .createNativeQuery("select d.id %s limit ?2 for update skip locked".formatted(LATE), Long.class)
                    .setParameter(1, firstRestorable())
                    .setParameter(2, AT_ONCE)
                    .getResultList();
            late.forEach(drafts::deleteFiles);
            return late.size();
        });
    }

    /** A draft that was discarded before this time can no longer be restored. */
    private Instant firstRestorable() {
        return London.today(clock)
                .minusDays(RESTORABLE_DAYS)
                .atStartOfDay(London.ZONE)
                .toInstant();
    }

    private void mustBeAllowed(StaffMember me, Draft draft) {
        if (!isAllowed(me, drafts.beganBy(draft.id()))) {
            throw new Refused("drafts.authorDiscards", people.nameOf(drafts.beganBy(draft.id())));
        }
    }

    private void note(Draft draft, String what, StaffMember me) {
        drafts.note(draft.id(), new DraftEvent(what, draft.revision(), "", "", me.id(), clock.instant()));
        people.note(me.name(), what + " (lesson)", "module " + draft.moduleKey(), draft.title());
    }
}
