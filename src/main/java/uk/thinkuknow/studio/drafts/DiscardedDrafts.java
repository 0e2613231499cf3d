package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.drafts.DraftHeaders.DraftHeader;
import uk.thinkuknow.studio.drafts.Drafts.DraftEvent;

/** Discards drafts and restores them. Only the person who began a draft, and managers, may do either. */
@Singleton
class DiscardedDrafts {
    private static final int SHOWN = 20;

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
        note(draft, "discarded", me);
    }

    /**
     * Restores a discarded draft as it was.
     *
     * @throws Refused if somebody else began it, it is not discarded, or the lesson has another draft by now
     */
    @Transactional
    void restore(StaffMember me, String id) {
        var draft = drafts.locked(id).orElseThrow(NotFound::new);
        mustBeAllowed(me, draft);
        if (draft.state() != DraftState.DISCARDED) {
            throw new Refused("drafts.notWhereYouSaw", draft.state().words());
        }
        if (drafts.openOf(draft.moduleKey()).isPresent()) {
            throw new Refused("drafts.otherDraft");
        }
        draft.moveTo(DraftState.DRAFT);
        note(draft, "restored", me);
    }

    /** Returns the headers of discarded drafts that a person may restore, last changed first; at most 20. */
    @Transactional
    List<DraftHeader> of(StaffMember me) {
        return drafts.discarded().stream()
                .filter(draft -> isAllowed(me, drafts.beganBy(draft.id())))
                .limit(SHOWN)
                .map(draft -> heads.head(draft, me))
                .toList();
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
