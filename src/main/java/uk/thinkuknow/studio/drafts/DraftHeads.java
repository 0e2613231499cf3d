package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.Forms;

/** What every page of a draft says of it, and who else is in it. */
@Singleton
class DraftHeads {
    static final String YOU = "you";

    private final Authoring authoring;
    private final Drafts drafts;
    private final Locks locks;
    private final PeopleService people;
    private final Moments moments;

    DraftHeads(Authoring authoring, Drafts drafts, Locks locks, PeopleService people, Moments moments) {
        this.authoring = authoring;
        this.drafts = drafts;
        this.locks = locks;
        this.people = people;
        this.moments = moments;
    }

    /**
     * What every page of a draft says of it.
     *
     * @param shut it is locked to whoever looks at it
     * @param said how many comments are not settled
     * @param sentBackBy who asked for changes, if nothing has happened to it since
     * @param planned when it will be published, or null
     * @param reviewer to whom its review was passed on: "you", a name, or null for nobody
     */
    record DraftHead(
            String id,
            String title,
            String ages,
            String language,
            DraftState state,
            String saved,
            String savedBy,
            boolean next,
            int toMend,
            int toThink,
            int steps,
            boolean mine,
            boolean locked,
            boolean shut,
            long said,
            @Nullable String sentBackBy,
            @Nullable String planned,
            @Nullable String reviewer) {
        public boolean isEditable() {
            return state == DraftState.DRAFT && !shut;
        }
    }

    /** Drafts of which something is still to come, those last changed first. */
    @Transactional
    List<DraftHead> open(StaffMember me) {
        return drafts.open().stream()
                .map(draft -> head(authoring.open(draft.publicId()), me))
                .toList();
    }

    /** What every page of a draft says of it, for whoever looks at it. */
    @Transactional
    DraftHead head(Authoring.Open open, StaffMember me) {
        var draft = open.draft();
        var planned = draft.publishAt();
        return new DraftHead(
                draft.publicId(),
                draft.title(),
                draft.band().replace('-', '–'),
                draft.language().equals("cy") ? "Welsh" : "English",
                draft.state(),
                moments.words(draft.changedAt()),
                draft.changedBy() == me.id() ? YOU : people.nameOf(draft.changedBy()),
                draft.basedOn() != null,
                draft.toMend(),
                draft.toThink(),
                Places.steps(open.written().tree()).size(),
                drafts.authors(draft.id()).contains(me.id()),
                open.written().tree().path(Forms.LOCKED).asBoolean(),
                locks.shut(me, draft.moduleKey(), open.written().tree()),
                drafts.openComments(draft.id()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                sentBackBy(draft),
                planned == null ? null : moments.words(planned),
                reviewer(draft, me));
    }

    private @Nullable String sentBackBy(Draft draft) {
        var events = drafts.events(draft.id());
        return events.isEmpty() || !events.getLast().what().equals(Reviewing.ASKED)
                ? null
                : people.nameOf(events.getLast().staffId());
    }

    private @Nullable String reviewer(Draft draft, StaffMember me) {
        var reviewer = draft.reviewerId();
        return reviewer == null ? null : reviewer == me.id() ? YOU : people.nameOf(reviewer);
    }

    /** Who else is in a draft, and where. */
    @Transactional
    List<String> others(Authoring.Open open, String place, StaffMember me) {
        var steps = Places.steps(open.written().tree());
        return authoring.visit(me, open.draft(), place).entrySet().stream()
                .map(other -> people.nameOf(other.getKey()) + " is here too, at "
                        + (other.getValue().equals(Authoring.WELSH)
                                ? "its Welsh"
                                : Places.number(steps, other.getValue()) == 0
                                        ? "“About this lesson”"
                                        : "step " + Places.number(steps, other.getValue())))
                .toList();
    }
}
