package uk.thinkuknow.schools.members;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.schools.school.SchoolService;

/** Finds the programme's managers who look after a school. */
@Singleton
public class AreaManagers {
    private final PeopleService people;
    private final SchoolService schools;

    AreaManagers(PeopleService people, SchoolService schools) {
        this.people = people;
        this.schools = schools;
    }

    /**
     * Returns the managers of the school's authority whose email address is known; if there is none, of its region, and
     * so on to wider areas.
     *
     * @param except the id of a person who is left out
     */
    public List<Person> nearest(long schoolId, long except) {
        var school = schools.school(schoolId);
        var inArea = people.managers().stream()
                .filter(each -> each.id() != except && Letter.isAddress(each.email()))
                .filter(each -> school.isIn(each.place().scope()))
                .toList();
        var nearest = inArea.stream().map(each -> each.place().scope().kind()).max(Comparator.naturalOrder());
        return inArea.stream()
                .filter(each -> nearest.filter(
                                kind -> kind == each.place().scope().kind())
                        .isPresent())
                .map(each -> new Person(each.id(), each.name(), each.email()))
                .toList();
    }
}
