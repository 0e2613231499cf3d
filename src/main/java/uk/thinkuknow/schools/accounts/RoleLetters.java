package uk.thinkuknow.schools.accounts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.members.StaffLetters;

/**
 * Writes to the managers of the whole programme when somebody becomes a manager or an administrator, so that a second
 * account of the same person does not go unseen: two managers are needed for much.
 */
@Singleton
class RoleLetters {
    private static final Set<String> ANNOUNCED = Set.of(Role.MANAGER, Role.ADMINISTRATOR);

    private final PeopleService people;
    private final StaffLetters letters;

    RoleLetters(PeopleService people, StaffLetters letters) {
        this.people = people;
        this.letters = letters;
    }

    /** Says that {@code who} gets a role of the programme from {@code by}; says nothing of other roles. */
    void tell(Account who, String role, String by) {
        if (!ANNOUNCED.contains(role)) {
            return;
        }
        var becomes = Words.of("accounts.becomes", who.name(), Words.of("accounts.one." + role));
        people.managers().stream()
                .filter(each -> each.place().scope().isProgramme() && each.id() != who.id())
                .forEach(each -> letters.write(
                        each.email(),
                        becomes,
                        "/",
                        "account " + who.publicId(),
                        List.of(
                                Words.of("accounts.letterBecomes", becomes, who.username(), by),
                                Words.of("accounts.letterBecomesWrong"))));
    }
}
