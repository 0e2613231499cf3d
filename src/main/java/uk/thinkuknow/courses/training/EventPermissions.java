package uk.thinkuknow.courses.training;

import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/** Decides who may manage a training event, who leads it and who may see its people; everyone else gets 404. */
final class EventPermissions {
    private EventPermissions() {}

    /** Managers of the whole programme manage every event, others the events of their regions. */
    static boolean mayManage(StaffMember who, TrainingEvent event) {
        return who.is(Role.MANAGER) && who.scope().holdsRegion(event.regionKey());
    }

    static boolean isLeader(StaffMember who, TrainingEvent event) {
        return who.id() == event.leaderId();
    }

    /** Returns whether they may see who comes. */
    static boolean maySeePeople(StaffMember who, TrainingEvent event) {
        return mayManage(who, event) || isLeader(who, event) || who.is(Role.AUDITOR);
    }

    /** Managers of the event who do not lead it confirm late attendance. */
    static boolean mayConfirm(StaffMember who, TrainingEvent event) {
        return mayManage(who, event) && !isLeader(who, event);
    }

    static TrainingEvent requireManager(StaffMember who, TrainingEvent event) {
        return required(mayManage(who, event), event);
    }

    static TrainingEvent requireManagerOrLeader(StaffMember who, TrainingEvent event) {
        return required(mayManage(who, event) || isLeader(who, event), event);
    }

    static TrainingEvent requireMaySeePeople(StaffMember who, TrainingEvent event) {
        return required(maySeePeople(who, event), event);
    }

    static TrainingEvent requireMayConfirm(StaffMember who, TrainingEvent event) {
        return required(mayConfirm(who, event), event);
    }

    static TrainingEvent requireLeader(StaffMember who, TrainingEvent event) {
        return required(isLeader(who, event), event);
    }

    private static TrainingEvent required(boolean may, TrainingEvent event) {
        if (!may) {
            throw new NotFound();
        }
        return event;
    }
}
