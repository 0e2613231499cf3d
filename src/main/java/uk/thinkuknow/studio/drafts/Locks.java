package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.Forms;
import uk.thinkuknow.studio.forms.Paths;

/** Which lessons trainers may use and not alter: those that say so in their newest version or in their draft. */
@Singleton
class Locks {
    private static final String WHY =
            "This lesson is locked: only programme managers and administrators change it. Say of a step what should be otherwise, or ask one of them.";

    private final CurriculumService curriculum;

    Locks(CurriculumService curriculum) {
        this.curriculum = curriculum;
    }

    /** May she lock lessons, and change locked ones? */
    static boolean opens(StaffMember me) {
        return me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR);
    }

    /** Is a lesson shut to her? */
    boolean shut(StaffMember me, String moduleKey, ObjectNode tree) {
        return !opens(me)
                && (tree.path(Forms.LOCKED).asBoolean()
                        || curriculum
                                .newest(moduleKey)
                                .filter(newest -> newest.lesson().whose().locked())
                                .isPresent());
    }

    /** @throws Refused if a lesson is shut to her */
    void mustBeOpen(StaffMember me, String moduleKey, ObjectNode tree) {
        if (shut(me, moduleKey, tree)) {
            throw new Refused(WHY);
        }
    }

    /** What she typed, with the lock as it was where it is not hers to turn. */
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
