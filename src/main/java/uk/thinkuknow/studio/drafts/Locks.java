package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.Forms;
import uk.thinkuknow.studio.forms.Paths;

/**
 * Decides who may change a locked lesson. A lesson is locked if its newest version or its draft says so; trainers can
 * then only read it and comment on it.
 */
@Singleton
class Locks {
    private static final String WHY =
            "This lesson is locked: only programme managers and administrators change it. Say of a step what should be otherwise, or ask one of them.";

    private final CurriculumService curriculum;

    Locks(CurriculumService curriculum) {
        this.curriculum = curriculum;
    }

    /** Returns whether a person may lock lessons and change locked ones. */
    static boolean opens(StaffMember me) {
        return me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR);
    }

    /** Returns whether a lesson is locked to a person. */
    boolean shut(StaffMember me, String moduleKey, ObjectNode tree) {
        return !opens(me)
                && (tree.path(Forms.LOCKED).asBoolean()
                        || curriculum
                                .newest(moduleKey)
                                .filter(newest -> newest.lesson().whose().locked())
                                .isPresent());
    }

    /**
     * Checks that a lesson is not locked to a person.
     *
     * @throws Refused if it is
     */
    void mustBeOpen(StaffMember me, String moduleKey, ObjectNode tree) {
        if (shut(me, moduleKey, tree)) {
            throw new Refused(WHY);
        }
    }

    /** Returns the submitted fields, with the lock unchanged if the person may not change it. */
    static ObjectNode kept(StaffMember me, ObjectNode mine, ObjectNode was) {
        if (opens(me)) {
            return mine;
        }
        mine.remove(Forms.LOCKED);
        if (was.has(Forms.LOCKED)) {
            mine.set(Forms.LOCKED, was.get(Forms.LOCKED));
        }
        return Paths.inOrderOf(mine, was);
    }
}
