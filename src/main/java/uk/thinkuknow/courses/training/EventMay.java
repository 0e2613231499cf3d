package uk.thinkuknow.courses.training;

import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/** Who may do what with an event; for anyone else what is behind it is not there. */
final class EventMay {
    private EventMay() {}

    /** The whole programme's manager every event, another those of her regions. */
    static boolean manage(StaffMember who, TrainingEvent event) {
        return who.is(Role.MANAGER) && who.scope().holdsRegion(event.regionKey());
    }

    static boolean lead(StaffMember who, TrainingEvent event) {
        return who.id() == event.leaderId();
    }

    /** See who comes. */
    static boolean lookInto(StaffMember who, TrainingEvent event) {
        return manage(who, event) || lead(who, event) || who.is(Role.AUDITOR);
    }

    static TrainingEvent managed(StaffMember who, TrainingEvent event) {
        return required(manage(who, event), event);
    }

    static TrainingEvent managedOrLed(StaffMember who, TrainingEvent event) {
        return required(manage(who, event) || lead(who, event), event);
    }

    static TrainingEvent lookedInto(StaffMember who, TrainingEvent event) {
        return required(lookInto(who, event), event);
    }

    static TrainingEvent led(StaffMember who, TrainingEvent event) {
        return required(lead(who, event), event);
    }

    private static TrainingEvent required(boolean may, TrainingEvent event) {
        if (!may) {
            throw new NotFound();
        }
        return event;
    }
}
