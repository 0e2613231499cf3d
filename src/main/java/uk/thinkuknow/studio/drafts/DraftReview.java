package uk.thinkuknow.studio.drafts;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.LessonFacts;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.StepWithdrawals;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.RightsEnded;
import uk.thinkuknow.studio.drafts.Drafts.DraftEvent;

/**
 * Moves a draft through its states: safeguarding review, language review, approved, published. Authors cannot approve
 * their own drafts; any change restarts the review.
 */
@Singleton
class DraftReview {
    static final String SENT = "sent";
    static final String TAKEN_BACK = "taken back";
    static final String SAFE = "safeguarding";
    static final String WORDED = "language";
    static final String ASKED = "asked";
    static final String PASSED_ON = "passed on";
    static final String PUBLISHED = "published";

    private static final int WORDS_AT_MOST = 2000;

    /**
     * Time limit for publishing, in seconds: the same transaction writes an email to everybody who taught the lesson,
     * ten thousand and more.
     */
    private static final int SECONDS_AT_MOST = 120;

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Drafts drafts;
    private final DraftEditor draftEditor;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final StepWithdrawals withdrawals;
    private final ReleaseNoteSender notes;
    private final LessonLocks locks;
    private final Clock clock;

    DraftReview(
            Drafts drafts,
            DraftEditor draftEditor,
            CurriculumService curriculum,
            PeopleService people,
            StepWithdrawals withdrawals,
            ReleaseNoteSender notes,
            LessonLocks locks,
            Clock clock) {
        this.drafts = drafts;
        this.draftEditor = draftEditor;
        this.curriculum = curriculum;
        this.people = people;
        this.withdrawals = withdrawals;
        this.notes = notes;
        this.locks = locks;
        this.clock = clock;
    }

    /** Records that a review is wanted, even if the draft cannot be sent yet. */
    @Transactional
    void wantReview(String id) {
        drafts.locked(id).orElseThrow(NotFound::new).wantReview();
    }

    /**
     * Sends a draft for review.
     *
     * @throws Refused if it has problems or is not in the state draft, or the lesson is locked to this person
     */
    @Transactional
    void send(StaffMember me, String id) {
        var draft = inState(id, DraftState.DRAFT);
        locks.mustBeOpen(me, draft.moduleKey(), draft.isLocked());
        if (draft.faultCount() > 0) {
            throw new Refused("drafts.mendFirst", draft.faultCount());
        }
        draft.moveTo(DraftState.SAFEGUARDING);
        note(draft, SENT, "", me);
    }

    /**
     * Returns the draft to its author to be changed; approvals and a planned publication are cancelled.
     *
     * @throws Refused if it is published or discarded; or this person neither wrote any of it nor approved it, and is no
     *     manager or administrator; or the lesson is locked to this person
     */
    @Transactional
    void takeBack(StaffMember me, String id) {
        var draft = drafts.locked(id).orElseThrow(NotFound::new);
        if (draft.state() == DraftState.DRAFT) {
            return;
        }
        if (!drafts.approvers(draft).contains(me.id())) {
            locks.mustBeOpen(me, draft.moduleKey(), draft.isLocked());
            if (!LessonLocks.mayLock(me) && !drafts.authors(draft.id()).contains(me.id())) {
                throw new Refused("drafts.othersTakeBack");
            }
        }
        if (!draft.state().isOpen()) {
            throw new Refused("drafts.closed");
        }
        draft.moveTo(DraftState.DRAFT);
        draft.publishAt(null, null);
        note(draft, TAKEN_BACK, "", me);
    }

    /**
     * Approves the current review.
     *
     * @param seen the review and the revision that the reviewer saw
     * @throws Refused if the draft is not in review, has unresolved comments, or the reviewer wrote any of it; or if it is in
     *     another review or has changed since the reviewer saw it
     */
    @Transactional
    void approve(StaffMember me, String id, String words, String seen) {
        var draft = inReview(me, id);
        if (!draft.seen().equals(seen)) {
            throw new Refused("drafts.changedSince");
        }
        if (!drafts.openComments(draft.id()).isEmpty()) {
            throw new Refused("drafts.notSettled");
        }
        boolean safeguarding = draft.state() == DraftState.SAFEGUARDING;
        draft.moveTo(safeguarding ? DraftState.LANGUAGE : DraftState.APPROVED);
        note(draft, safeguarding ? SAFE : WORDED, checked(words, false), me);
    }

    /**
     * Asks for changes and returns the draft to its author.
     *
     * @throws Refused if no reason is given, the draft is not in review, or the reviewer wrote any of it
     */
    @Transactional
    void requestChanges(StaffMember me, String id, String words) {
        if (words.isBlank()) {
            throw new Refused("drafts.sayChanges");
        }
        var said = checked(words, true);
        var draft = inReview(me, id);
        draft.moveTo(DraftState.DRAFT);
        note(draft, ASKED, said, me);
    }

    /**
     * Adds a comment on a place.
     *
     * @throws NotFound if there is no such place
     */
    @Transactional
    void comment(StaffMember me, String id, String place, String words) {
        var said = checked(words, true);
        var open = draftEditor.open(id);
        if (DraftPlaces.part(open.written().tree(), place).isEmpty()) {
            throw new NotFound();
        }
        drafts.comment(open.draft().id(), place, said, me.id(), clock.instant());
    }

    /**
     * Answers a comment.
     *
     * @throws NotFound if the draft has no such comment
     */
    @Transactional
    void answer(StaffMember me, String id, long comment, String words) {
        var said = checked(words, true);
        var draft = drafts.byPublicId(id).orElseThrow(NotFound::new);
        if (!drafts.answer(draft.id(), comment, said, me.id(), clock.instant())) {
            throw new NotFound();
        }
    }

    @Transactional
    void resolve(StaffMember me, String id, long comment) {
        drafts.resolve(drafts.byPublicId(id).orElseThrow(NotFound::new).id(), comment, me.id(), clock.instant());
    }

    /** Marks a resolved comment as open again. */
    @Transactional
    void reopen(String id, long comment) {
        drafts.reopen(drafts.byPublicId(id).orElseThrow(NotFound::new).id(), comment);
    }

    /**
     * Publishes an approved draft now, or plans it for 6:00 London time on a day.
     *
     * @param on the day; null for now
     * @param note a message to those who taught the lesson; empty for none
     * @throws Refused if the draft is not approved, the day is not after today, or, when it is published now, nothing
     *     has changed since the last version, no safeguarding approval is for this text, or the lesson (about
     *     safeguarding) or one of these steps was withdrawn since that approval
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS_AT_MOST)
    void publish(StaffMember me, String id, @Nullable LocalDate on, String note) {
        var draft = inState(id, DraftState.APPROVED);
        if (on == null) {
            draft.publishAt(null, checked(note, false));
            publish(draft, me.id());
            return;
        }
        if (!on.isAfter(London.today(clock))) {
            throw new Refused("drafts.laterDay");
        }
        draft.publishAt(on.atTime(MORNING).atZone(London.ZONE).toInstant(), checked(note, false));
        note(draft, "planned", on.toString(), me);
    }

    /** Takes back what somebody planned who may publish no longer; the drafts stay approved, for others to publish. */
    void hear(@Observes RightsEnded ended) {
        if (!ended.roles().contains(Role.MANAGER) && !ended.roles().contains(Role.ADMINISTRATOR)) {
            return;
        }
        for (var draft : drafts.planned()) {
            if (planned(draft).staffId() == ended.staffId()) {
                draft.publishAt(null, null);
                people.noteByItself(
                        Words.of("drafts.actNotPlanned"),
                        "module " + draft.moduleKey(),
                        Words.of("drafts.plannerGone"));
            }
        }
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance(
                "publications", Words.of("drafts.publishJob"), Schedule.every("1m", "20s"), this::publishDue);
    }

    /**
     * Publishes all due drafts, each in its own transaction; a draft that is refused is no longer planned, and one that
     * fails is tried again on the next run.
     */
    void publishDue() {
        var due = RetryOnConflict.call(
                () -> drafts.due(clock.instant()).stream().map(Draft::publicId).toList());
        for (var id : due) {
            try {
                RetryOnConflict.run(SECONDS_AT_MOST, () -> publishDue(id));
            } catch (Refused e) {
                Log.warnf("the draft %s was not published: %s", id, e.why());
                RetryOnConflict.run(() -> drafts.locked(id).orElseThrow().publishAt(null, null));
            } catch (RuntimeException e) {
                Log.errorf(e, "the draft %s is published later", id);
            }
        }
    }

    /**
     * The draft is locked for update, so if two instances run this at the same moment, the second finds it published.
     */
    private void publishDue(String id) {
        var draft = drafts.locked(id).orElseThrow();
        if (draft.state() == DraftState.APPROVED) {
            publish(draft, planned(draft).staffId());
        }
    }

    private DraftEvent planned(Draft draft) {
        return drafts.events(draft.id()).stream()
                .filter(event -> event.what().equals("planned"))
                .toList()
                .getLast();
    }

    private void publish(Draft draft, long by) {
        var open = draftEditor.open(draft.publicId());
        var safe = approval(draft);
        withdrawals
                .concerning(draft.moduleKey(), DraftPlaces.keys(open.written().tree()))
                .stream()
                .filter(each -> each.at().isAfter(safe.at()))
                .findFirst()
                .ifPresent(each -> {
                    throw new Refused("drafts.withdrawnSince", each.title(), each.why());
                });
        var before = curriculum.newest(draft.moduleKey());
        long version = curriculum.publishNewest(open.written().forPublication());
        if (before.isPresent() && before.get().versionId() == version) {
            throw new Refused("drafts.nothingChangedSince", before.get().number());
        }
        curriculum.recordReview(version, people.nameOf(safe.staffId()), safe.at(), safe.facts());
        draft.recordPublication(version);
        drafts.note(draft.id(), new DraftEvent(PUBLISHED, draft.revision(), "", factsTold(draft), by, clock.instant()));
        people.note(people.nameOf(by), "published", "module " + draft.moduleKey(), draft.title());
        var said = draft.releaseNote();
        if (said != null && !said.isBlank()) {
            notes.send(draft.moduleKey(), draft.title(), said);
        }
    }

    /**
     * Returns the safeguarding approval of the current revision.
     *
     * @throws Refused if there is none
     */
    private DraftEvent approval(Draft draft) {
        List<DraftEvent> approvals = drafts.events(draft.id()).stream()
                .filter(event -> event.what().equals(SAFE) && event.revision() == draft.revision())
                .toList();
        if (approvals.isEmpty()) {
            throw new Refused("drafts.notApproved");
        }
        return approvals.getLast();
    }

    /**
     * Returns the draft, locked for update, if it is in review and this person may decide.
     *
     * @throws Refused otherwise
     */
    Draft inReview(StaffMember me, String id) {
        var draft = drafts.locked(id).orElseThrow(NotFound::new);
        if (!draft.state().isInReview()) {
            throw new Refused("drafts.noReview");
        }
        if (!me.is(Role.REVIEWER)) {
            throw new Refused("drafts.reviewerDecides");
        }
        if (drafts.authors(draft.id()).contains(me.id())) {
            throw new Refused("drafts.anotherDecides");
        }
        return draft;
    }

    private Draft inState(String id, DraftState wanted) {
        var draft = drafts.locked(id).orElseThrow(NotFound::new);
        if (draft.state() != wanted) {
            throw new Refused("drafts.notWhereYouSaw", draft.state().words());
        }
        return draft;
    }

    /**
     * Returns the stripped text.
     *
     * @throws Refused if it is longer than 2,000 characters, or empty although needed
     */
    static String checked(String words, boolean needed) {
        var said = words.strip();
        if (needed && said.isEmpty()) {
            throw new Refused("drafts.writeFirst");
        }
        if (said.length() > WORDS_AT_MOST) {
            throw new Refused("drafts.tooLong");
        }
        return said;
    }

    void note(Draft draft, String what, String words, StaffMember me) {
        Instant now = clock.instant();
        drafts.note(draft.id(), new DraftEvent(what, draft.revision(), words, factsTold(draft), me.id(), now));
        people.note(
                me.name(), what + " (lesson)", "module " + draft.moduleKey(), words.isEmpty() ? draft.title() : words);
    }

    private String factsTold(Draft draft) {
        return LessonFacts.hash(draftEditor.open(draft.publicId()).written().folder());
    }
}
