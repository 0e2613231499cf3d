package uk.thinkuknow.schools.members;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Sends an email to the safeguarding leads, deputies and administrators of both schools when rows of a closed school moved
 * to its successor: other people may read the worries of its children then.
 */
@Singleton
class SuccessionLetters {
    private final Leads leads;
    private final Memberships memberships;
    private final AreaManagers managers;
    private final PeopleService people;
    private final SchoolService schools;
    private final StaffLetters letters;

    SuccessionLetters(
            Leads leads,
            Memberships memberships,
            AreaManagers managers,
            PeopleService people,
            SchoolService schools,
            StaffLetters letters) {
        this.leads = leads;
        this.memberships = memberships;
        this.managers = managers;
        this.people = people;
        this.schools = schools;
        this.letters = letters;
    }

    /** Hears it last, when every other package has moved its rows. */
    void hear(@Observes @Priority(ObserverMethod.DEFAULT_PRIORITY + 1) SchoolsSucceeded succeeded) {
        succeeded.moved().stream()
                .collect(Collectors.groupingBy(SchoolsSucceeded.Moved::from))
                .values()
                .forEach(this::tell);
    }

    /** @param moved the rows that moved from one school */
    private void tell(List<SchoolsSucceeded.Moved> moved) {
        var from = schools.school(moved.getFirst().from());
        var to = schools.school(moved.getFirst().to());
        var leading = leadsOf(to.id()).map(people::nameOf).collect(Collectors.joining(", "));
        var asked = managers.nearest(to.id(), 0).stream().map(Person::name).collect(Collectors.joining(", "));
        var sentences = List.of(
                Words.of("members.letterFollows", from.name(), to.name()),
                Words.of(
                        "members.letterFollowsLeads",
                        to.name(),
                        leading.isEmpty() ? Words.of("members.nobody") : leading),
                asked.isEmpty() ? Words.of("members.letterLeadWrong") : Words.of("members.letterFollowsAsk", asked));
        Stream.of(
                        before(moved),
                        leadsOf(to.id()),
                        memberships.administratorsOf(to.id()).stream().map(Membership::staffId))
                .flatMap(each -> each)
                .map(people::account)
                .map(Account::email)
                .distinct()
                .forEach(each -> letters.write(
                        each,
                        Words.of("members.follows", from.name(), to.name()),
                        "/people?school=" + to.publicId(),
                        MembershipService.subject(to),
                        sentences));
    }

    private Stream<Long> leadsOf(long schoolId) {
        return Stream.of(Lead.Rank.values())
                .flatMap(rank -> leads.of(schoolId, rank).stream())
                .map(Lead::staffId);
    }

    /** Those who led safeguarding at the closed school and its administrators. */
    private Stream<Long> before(List<SchoolsSucceeded.Moved> moved) {
        return Stream.concat(
                leads.list("id in ?1", ids(moved, "safeguarding_lead ended")).stream()
                        .map(Lead::staffId),
                memberships
                        .list("id in ?1 and part = ?2", ids(moved, "staff_school ended"), Membership.Part.ADMINISTRATOR)
                        .stream()
                        .map(Membership::staffId));
    }

    private static List<Long> ids(List<SchoolsSucceeded.Moved> moved, String kind) {
        return moved.stream()
                .filter(each -> each.kind().equals(kind))
                .map(SchoolsSucceeded.Moved::id)
                .toList();
    }
}
