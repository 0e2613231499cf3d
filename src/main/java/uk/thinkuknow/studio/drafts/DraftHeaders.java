package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Builds the header that every page of a draft shows (title, state, what is left to do), and the lines on other people
 * who have the draft open.
 */
@Singleton
class DraftHeaders {
    static final String YOU = Words.of("drafts.you");

    private final DraftEditor draftEditor;
    private final Drafts drafts;
    private final LessonLocks locks;
    private final PeopleService people;
    private final Clock clock;

    DraftHeaders(DraftEditor draftEditor, Drafts drafts, LessonLocks locks, PeopleService people, Clock clock) {
        this.draftEditor = draftEditor;
        this.drafts = drafts;
        this.locks = locks;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The header of a draft's pages.
     *
     * @param next whether it is the next version of a published lesson
     * @param shut whether the lesson is locked to the viewer
     * @param mayTakeBack whether the viewer may take it back from a review
     * @param said the number of unresolved comments
     * @param mayDiscard whether the viewer may discard it, or restore it once it is discarded
     * @param sentBackBy the reviewer who asked for changes, if that was the last event; else null
     * @param planned the planned time of publication; null if none
     * @param reviewer the person the review was passed on to, or "you"; null if nobody in particular
     * @param restorableUntil the last day on which it can be restored; null if it is not discarded, or that day is over
     * @param seen what a page hands back with an approval
     */
    record DraftHeader(
            String id,
            String title,
            String ages,
            String language,
            DraftState state,
            String saved,
            String savedBy,
            boolean next,
            int faultCount,
            int adviceCount,
            int steps,
            boolean mine,
            boolean locked,
            boolean shut,
            boolean mayDiscard,
            boolean mayTakeBack,
            long said,
            @Nullable String sentBackBy,
            @Nullable String planned,
            @Nullable String reviewer,
            @Nullable String restorableUntil,
            String seen) {
        public boolean isEditable() {
            return state == DraftState.DRAFT && !shut;
        }

        public boolean isDiscardable() {
            return isEditable() && mayDiscard;
        }

        public boolean isRestorable() {
            return restorableUntil != null && mayDiscard;
        }

        /** Returns "version" or "lesson" for what is being written; empty if the viewer does not write it. */
        public String kind() {
            return !isEditable() ? "" : next ? "version" : "lesson";
        }

        public String href() {
            return "/studio/drafts/" + id;
        }

        /** Returns whether the review was passed on to the viewer. */
        public boolean isWithMe() {
            return YOU.equals(reviewer);
        }
    }

    /** Returns the headers of all open drafts, last changed first. */
    @Transactional
    List<DraftHeader> open(StaffMember me) {
        return drafts.open().stream().map(draft -> head(draft, me)).toList();
    }

    /** Returns the header of a draft for a viewer. It does not read the lesson, so one lesson cannot hold up a list. */
    @Transactional
    DraftHeader head(Draft draft, StaffMember me) {
        var planned = draft.publishAt();
        boolean mine = drafts.authors(draft.id()).contains(me.id());
        var events = drafts.events(draft.id());
        boolean shut = locks.isLockedTo(me, draft.moduleKey(), draft.isLocked());
        return new DraftHeader(
                draft.publicId(),
                draft.title(),
                draft.band().replace('-', '–'),
                Words.of(draft.language().equals("cy") ? "drafts.welsh" : "drafts.english"),
                draft.state(),
                London.timeFrom(clock, draft.changedAt()),
                draft.changedBy() == me.id() ? YOU : people.nameOf(draft.changedBy()),
                draft.basedOn() != null,
                draft.faultCount(),
                draft.adviceCount(),
                draft.stepCount(),
                mine,
                draft.isLocked(),
                shut,
                DiscardedDrafts.isAllowed(me, drafts.beganBy(draft.id())),
                !shut && (mine || LessonLocks.mayLock(me))
                        || drafts.approvers(draft).contains(me.id()),
                drafts.openComments(draft.id()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                sentBackBy(events),
                planned == null ? null : London.timeFrom(clock, planned),
                reviewer(draft, me),
                DiscardedDrafts.lastDay(draft, events, London.today(clock))
                        .map(TextFormat::day)
                        .orElse(null),
                draft.seen());
    }

    private @Nullable String sentBackBy(List<Drafts.DraftEvent> events) {
        return events.isEmpty() || !events.getLast().what().equals(DraftReview.ASKED)
                ? null
                : people.nameOf(events.getLast().staffId());
    }

    private @Nullable String reviewer(Draft draft, StaffMember me) {
        var reviewer = draft.reviewerId();
        return reviewer == null ? null : reviewer == me.id() ? YOU : people.nameOf(reviewer);
    }

    /** Records the viewer's place in the draft and returns a line for each other person in it. */
    @Transactional
    List<String> others(DraftEditor.OpenDraft open, String place, StaffMember me) {
        var steps = DraftPlaces.steps(open.written().tree());
        return draftEditor.visit(me, open.draft(), place).entrySet().stream()
                .map(other -> isHere(other.getKey(), other.getValue(), DraftPlaces.number(steps, other.getValue())))
                .toList();
    }

    private String isHere(long person, String place, int step) {
        var where = place.equals(DraftEditor.WELSH)
                ? Words.of("drafts.hereWelsh")
                : step == 0 ? Words.of("drafts.hereLesson") : Words.of("drafts.step", step);
        return Words.of("drafts.isHere", people.nameOf(person), where);
    }
}
