package uk.thinkuknow.schools.members;

import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Who may see a school's people, and who keeps them: its own administrators; where it has none yet, the programme's manager
 * of its region; and always the programme's administrators.
 */
@Singleton
public class Keepers {
    private final Memberships memberships;
    private final SchoolService schools;
    private final PeopleService people;

    Keepers(Memberships memberships, SchoolService schools, PeopleService people) {
        this.memberships = memberships;
        this.schools = schools;
        this.people = people;
    }

    /**
     * The school whose people she asks for, or else the one she works at.
     *
     * @throws NotFound if it is not hers to see
     */
    public SchoolFacts school(StaffMember me, @Nullable PublicId asked) {
        var school = asked == null ? schools.school(me.school()) : schools.school(asked);
        if (!isMember(me, school) && !supervises(me, school)) {
            throw new NotFound();
        }
        return school;
    }

    public boolean keeps(StaffMember me, SchoolFacts school) {
        var member = memberships.of(me.id(), school.id());
        if (member.filter(found -> found.part() == Membership.Part.ADMINISTRATOR)
                        .isPresent()
                || me.is(Role.ADMINISTRATOR)) {
            return true;
        }
        return supervises(me, school) && !memberships.hasAdministrator(school.id());
    }

    /**
     * @throws NotFound if the school is not hers to see
     * @throws Refused if she sees it and does not keep it
     */
    public void requireKeeper(StaffMember me, SchoolFacts school) {
        if (keeps(me, school)) {
            return;
        }
        if (!isMember(me, school) && !supervises(me, school)) {
            throw new NotFound();
        }
        var names = memberships.ofSchool(school.id()).stream()
                .filter(each -> each.part() == Membership.Part.ADMINISTRATOR)
                .map(each -> people.nameOf(each.staffId()))
                .collect(Collectors.joining(", "));
        throw new Refused(
                names.isEmpty()
                        ? "Your school has no administrator yet. Ask the programme's manager of your area."
                        : "Only a school administrator may do this. At this school: " + names + ".");
    }

    private boolean isMember(StaffMember me, SchoolFacts school) {
        return memberships.of(me.id(), school.id()).isPresent();
    }

    public static boolean supervises(StaffMember me, SchoolFacts school) {
        return me.is(Role.ADMINISTRATOR) || (me.is(Role.MANAGER) && school.liesIn(me.scope()));
    }
}
