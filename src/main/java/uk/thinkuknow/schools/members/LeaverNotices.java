package uk.thinkuknow.schools.members;

import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Shows a school's administrators on the home page which work is still assigned to people who left, so that a colleague
 * takes it over.
 */
@Singleton
@Priority(100)
class LeaverNotices implements HomeNotices {
    private final Memberships memberships;
    private final List<OpenWork> openWork;
    private final PeopleService people;

    LeaverNotices(Memberships memberships, @All List<OpenWork> openWork, PeopleService people) {
        this.memberships = memberships;
        this.openWork = openWork;
        this.people = people;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        var school = me.schoolId();
        return school == null || !memberships.isAdministrator(me.id(), school)
                ? List.of()
                : leavers(school).flatMap(each -> notices(each, school)).toList();
    }

    /** Staff who left in the last 12 months, and members whose accounts are disabled. */
    private Stream<Account> leavers(long school) {
        var now = memberships.ofSchool(school).stream().map(Membership::staffId).toList();
        var left = memberships.recentLeavers(school).stream()
                .map(Membership::staffId)
                .distinct();
        var closed = people.accounts(now).values().stream().filter(Account::isDisabled);
        return Stream.concat(left.map(people::account), closed);
    }

    private Stream<HomeNotice> notices(Account leaver, long school) {
        return openWork.stream()
                .flatMap(each -> each.openOf(leaver.id(), school).stream())
                .map(each -> new HomeNotice(
                        Words.of("members.handOver", leaver.name(), within(each.words())),
                        Words.of("members.handOverHint"),
                        Words.of("members.toHandOver"),
                        each.href()));
    }

    /** Lower-cases the first character, for use inside a sentence. */
    private static String within(String words) {
        return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
    }
}
