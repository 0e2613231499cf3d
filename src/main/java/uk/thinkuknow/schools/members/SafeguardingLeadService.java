package uk.thinkuknow.schools.members;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFacts;

/** Appoints the safeguarding lead and deputy of a school, and ends their appointments when they leave. */
@Singleton
public class SafeguardingLeadService {
    private final Memberships memberships;
    private final Leads leads;
    private final AccountOrders orders;
    private final AreaManagers managers;
    private final PeopleService people;
    private final StaffLetters letters;
    private final Event<LeadEnded> ended;

    SafeguardingLeadService(
            Memberships memberships,
            Leads leads,
            AccountOrders orders,
            AreaManagers managers,
            PeopleService people,
            StaffLetters letters,
            Event<LeadEnded> ended) {
        this.memberships = memberships;
        this.leads = leads;
        this.orders = orders;
        this.managers = managers;
        this.people = people;
        this.letters = letters;
        this.ended = ended;
    }

    /**
     * Appoints the lead and the deputy; null leaves the post empty. Orders the role in Keycloak for those newly
     * appointed, and its removal for those who lead no school any more. Sends an email to those newly appointed, to those
     * replaced, to the holder of the other post, and to the managers of the area.
     *
     * @throws NotFound if one of them is not a member of the school
     * @throws Refused if both are the same person, or somebody names themselves: a lead reads the worries of children,
     *     so that a second person decides
     */
    @Transactional
    public void appoint(StaffMember by, SchoolFacts school, @Nullable Account lead, @Nullable Account deputy) {
        memberships.hold(school.id());
        if (lead != null && deputy != null && lead.id() == deputy.id()) {
            throw new Refused("members.sameLead");
        }
        Stream.of(lead, deputy)
                .filter(each -> each != null)
                .forEach(each -> memberships.required(each.id(), school.id()));
        requireAnother(by, school, Lead.Rank.LEAD, lead);
        requireAnother(by, school, Lead.Rank.DEPUTY, deputy);
        var titles = leads.titles(school.nation());
        var before = Stream.of(
                        appoint(by, school, Lead.Rank.LEAD, titles.lead(), lead),
                        appoint(by, school, Lead.Rank.DEPUTY, titles.deputy(), deputy))
                .flatMap(Optional::stream)
                .toList();
        before.forEach(each -> leadsNoMore(each, school, by.name()));
    }

    private void requireAnother(StaffMember by, SchoolFacts school, Lead.Rank rank, @Nullable Account named) {
        if (named == null || named.id() != by.id() || isHeldBy(named, school, rank)) {
            return;
        }
        var others = Stream.concat(
                        memberships.administratorsOf(school.id()).stream()
                                .filter(each -> each.staffId() != by.id())
                                .map(each -> people.nameOf(each.staffId())),
                        managers.nearest(school.id(), by.id()).stream().map(Person::name))
                .distinct()
                .collect(Collectors.joining(", "));
        throw others.isEmpty() ? new Refused("members.ownLead") : new Refused("members.ownLeadAsk", others);
    }

    private boolean isHeldBy(Account account, SchoolFacts school, Lead.Rank rank) {
        return leads.of(school.id(), rank)
                .filter(each -> each.staffId() == account.id())
                .isPresent();
    }

    /** @return the previous holder, if the holder changed */
    private Optional<Account> appoint(
            StaffMember by, SchoolFacts school, Lead.Rank rank, String title, @Nullable Account named) {
        var before = leads.of(school.id(), rank);
        if (before.map(Lead::staffId).equals(Optional.ofNullable(named).map(Account::id))) {
            return Optional.empty();
        }
        var was = before.map(each -> people.account(each.staffId()));
        before.ifPresent(leads::end);
        leads.flush(); // the old row must end before the new one begins: a unique key allows one at a time
        if (named != null) {
            leads.begin(school.id(), rank, named.id());
            leads.flush();
            orders.give(named.username(), AccountOrder.Kind.ADD_ROLE, Role.DSL, by.name());
            letters.write(
                    named.email(),
                    Words.of("members.letterSubject", title, school.name()),
                    "/people",
                    MembershipService.subject(school),
                    List.of(
                            Words.of("members.letterNamed", by.name(), title, school.name()),
                            Words.of("members.letterTold", by.name())));
        }
        tellOthers(by, school, rank, title, was.orElse(null), named);
        people.noteChange(
                by.name(),
                Words.of("members.actNamedLead"),
                MembershipService.subject(school),
                inWords(title, was.orElse(null)),
                inWords(title, named));
        return was;
    }

    /** Tells the one replaced, the holder of the other post, and the managers of the area. */
    private void tellOthers(
            StaffMember by,
            SchoolFacts school,
            Lead.Rank rank,
            String title,
            @Nullable Account was,
            @Nullable Account named) {
        var other = Stream.of(Lead.Rank.values())
                .filter(each -> each != rank)
                .flatMap(each -> leads.of(school.id(), each).stream())
                .map(each -> people.account(each.staffId()));
        var told = Stream.concat(Stream.ofNullable(was), other)
                .filter(each -> each.id() != by.id() && (named == null || each.id() != named.id()))
                .flatMap(each -> Stream.ofNullable(each.email()));
        var overseers = managers.nearest(school.id(), by.id()).stream().map(Person::email);
        var nobody = Words.of("members.nobody");
        Stream.concat(told, overseers)
                .distinct()
                .forEach(each -> letters.write(
                        each,
                        Words.of("members.leadChanged", title, school.name()),
                        "/people?school=" + school.publicId(),
                        MembershipService.subject(school),
                        List.of(
                                Words.of(
                                        "members.letterLeadChanged",
                                        by.name(),
                                        title,
                                        school.name(),
                                        named == null ? nobody : named.name(),
                                        was == null ? nobody : was.name()),
                                Words.of("members.letterLeadWrong"))));
    }

    private static String inWords(String title, @Nullable Account account) {
        return Words.of("members.personPart", title, account == null ? Words.of("members.nobody") : account.name());
    }

    /** Ends a leaver's appointments at the school. */
    void end(StaffMember by, SchoolFacts school, Account person) {
        var led = Stream.of(Lead.Rank.values())
                .flatMap(rank -> leads.of(school.id(), rank).stream())
                .filter(lead -> lead.staffId() == person.id())
                .toList();
        led.forEach(leads::end);
        leads.flush();
        if (!led.isEmpty()) {
            leadsNoMore(person, school, by.name());
        }
    }

    private void leadsNoMore(Account person, SchoolFacts school, String by) {
        var led = leads.ofStaff(person.id());
        if (led.isEmpty()) {
            orders.give(person.username(), AccountOrder.Kind.REMOVE_ROLE, Role.DSL, by);
        }
        if (led.stream().noneMatch(each -> each.schoolId() == school.id())) {
            ended.fire(new LeadEnded(person.id(), school.id(), by));
        }
    }
}
