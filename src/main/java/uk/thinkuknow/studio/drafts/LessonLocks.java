package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.FieldPaths;
import uk.thinkuknow.studio.forms.LessonForms;

/**
 * Decides who may change a locked lesson. A lesson is locked if its newest version or its draft says so; trainers can
 * then only read it and comment on it.
 */
@Singleton
class LessonLocks {

    private final CurriculumService curriculum;

    LessonLocks(CurriculumService curriculum) {
        this.curriculum = curriculum;
    }

    /** Returns whether a person may lock lessons and change locked ones. */
    static boolean mayLock(StaffMember me) {
        return me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR);
    }

    /** Returns whether a draft says that its lesson is locked. */
    static boolean isLocked(ObjectNode tree) {
        return tree.path(LessonForms.LOCKED).asBoolean();
    }

    /**
     * Returns whether a lesson is locked to a person.
     *
     * @param draftLocked whether its draft says so
     */
    boolean isLockedTo(StaffMember me, String moduleKey, boolean draftLocked) {
        return !mayLock(me)
                && (draftLocked
                        || curriculum
                                .newest(moduleKey)
                                .filter(newest -> newest.lesson().rightsOrNone().locked())
                                .isPresent());
    }

    /**
     * Checks that a lesson is not locked to a person.
     *
     * @throws Refused if it is
     */
    void mustBeOpen(StaffMember me, String moduleKey, boolean draftLocked) {
        if (isLockedTo(me, moduleKey, draftLocked)) {
            throw new Refused("drafts.lockedToYou");
        }
    }

    /** Returns the submitted fields, with the lock unchanged if the person may not change it. */
    static ObjectNode withLockKept(StaffMember me, ObjectNode mine, ObjectNode was) {
        if (mayLock(me)) {
            return mine;
        }
        mine.remove(LessonForms.LOCKED);
        if (was.has(LessonForms.LOCKED)) {
            mine.set(LessonForms.LOCKED, was.get(LessonForms.LOCKED));
        }
        return FieldPaths.inOrderOf(mine, was);
    }
}
