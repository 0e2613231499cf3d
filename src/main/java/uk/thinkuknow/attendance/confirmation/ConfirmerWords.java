package uk.thinkuknow.attendance.confirmation;

import jakarta.inject.Singleton;
import java.util.List;
import uk.thinkuknow.attendance.returns.ConfirmationService;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.AreaManagers;
import uk.thinkuknow.schools.members.Person;

/** Says who can confirm a return, until when, and why a person can or cannot. */
@Singleton
class ConfirmerWords {
    private static final int NAMED = 4;

    private final ConfirmationService waiting;
    private final AreaManagers managers;

    ConfirmerWords(ConfirmationService waiting, AreaManagers managers) {
        this.waiting = waiting;
        this.managers = managers;
    }

    /**
     * Who is asked, and what happens if nobody answers.
     *
     * @param who people at the school; if there is nobody, the managers of its area
     * @param until the day after which the return is first on the managers' list
     */
    record Asked(String who, String until) {}

    Asked asked(WaitingReturn each) {
        var names =
                waiting.confirmersOf(each.session()).stream().map(Person::name).toList();
        var inArea = managers.nearest(each.school().id(), each.signed().staffId()).stream()
                .map(Person::name)
                .toList();
        var manager =
                inArea.isEmpty() ? Words.of("confirmation.aManager") : Words.of("confirmation.managers", list(inArea));
        var day = TextFormat.longDay(
                London.dateOf(each.signed().at()).plusDays(ConfirmationService.UNANSWERED_AFTER_DAYS));
        if (each.taught().visit()) {
            return new Asked(
                    Words.of("confirmation.whoVisit", list(names), names.size()),
                    Words.of("confirmation.untilManager", day, manager));
        }
        return names.isEmpty()
                ? new Asked(Words.of("confirmation.whoManager", manager), Words.of("confirmation.untilReminded", day))
                : new Asked(
                        Words.of("confirmation.whoNames", list(names), names.size()),
                        Words.of("confirmation.untilManager", day, manager));
    }

    /** Says why this person can confirm the return, or why not. */
    String why(StaffMember reader, WaitingReturn each, boolean may) {
        var key = may
                ? reader.is(Role.MANAGER) ? "youManage" : "youAreThere"
                : reader.id() == each.signed().staffId()
                        ? "youSigned"
                        : ConfirmationService.isReader(reader)
                                ? "youRead"
                                : each.taught().visit() ? "onlyInRoom" : "youMayNot";
        return Words.of("confirmation." + key, each.signed().by());
    }

    /** Returns all names, or the first four and how many others there are. */
    private static String list(List<String> names) {
        return names.size() <= NAMED + 1
                ? TextFormat.list(names)
                : Words.of("confirmation.andOthers", String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
    }
}
