package uk.thinkuknow.schools.members;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.signin.SignIns;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFacts;

/** How people come to a school, lead its safeguarding and leave it; what Keycloak must know of it is ordered with it. */
@Singleton
public class Members {
    private final Memberships memberships;
    private final Leads leads;
    private final AccountOrders orders;
    private final PeopleService people;
    private final SignIns signIns;
    private final Letters letters;
    private final Event<MembershipEnded> ended;
    private final Clock clock;

    Members(
            Memberships memberships,
            Leads leads,
            AccountOrders orders,
            PeopleService people,
            SignIns signIns,
            Letters letters,
            Event<MembershipEnded> ended,
            Clock clock) {
        this.memberships = memberships;
        this.leads = leads;
        this.orders = orders;
        this.people = people;
        this.signIns = signIns;
        this.letters = letters;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * Takes her on at a school; whoever belongs to it already stays what she is there, or becomes its administrator.
     *
     * @param how how she came, for the audit: "by a claim"
     */
    @Transactional
    public void join(Account person, SchoolFacts school, Membership.Part part, String by, String how) {
        memberships.hold(school.id());
        var known = memberships.of(person.id(), school.id());
        if (known.isPresent()) {
            if (part == Membership.Part.ADMINISTRATOR) {
                known.get().becomes(part);
            }
        } else {
            memberships.persist(new Membership(person.id(), school.id(), part, London.today(clock)));
        }
        if (person.place().schoolId() == null) {
            people.workAt(person.id(), school.id());
        }
        orders.give(person.username(), AccountOrder.Kind.ADD_ROLE, Role.TEACHER, by);
        people.note(
                by,
                "added somebody to the school",
                subject(school),
                person.name() + " as " + part.inWords() + ", " + how);
    }

    /** Makes her a teacher or an administrator of the school. */
    @Transactional
    public void change(StaffMember by, SchoolFacts school, Account person, Membership.Part part) {
        memberships.hold(school.id());
        var member = member(school, person);
        if (member.part() == part) {
            return;
        }
        requireAnotherAdministrator(school, member);
        people.noteChange(
                by.name(),
                "changed what somebody is at the school",
                subject(school),
                person.name() + ": " + member.part().inWords(),
                person.name() + ": " + part.inWords());
        member.becomes(part);
    }

    /**
     * Ends that she belongs to the school, at once: her sign-ins end with this transaction, in Keycloak right after it.
     *
     * @throws Refused if the school would be left without an administrator
     */
    @Transactional
    public void end(StaffMember by, SchoolFacts school, Account person) {
        memberships.hold(school.id());
        var member = member(school, person);
        requireAnotherAdministrator(school, member);
        member.end(London.today(clock));
        var led = Stream.of(Lead.Rank.values())
                .flatMap(rank -> leads.of(school.id(), rank).stream())
                .filter(lead -> lead.staffId() == person.id())
                .toList();
        led.forEach(lead -> lead.end(London.today(clock)));
        memberships.flush();
        if (!led.isEmpty()) {
            leadsNoMore(person, by.name());
        }
        var others = memberships.ofStaff(person.id());
        var worksHere = Long.valueOf(school.id()).equals(person.place().schoolId());
        if (worksHere) {
            people.workAt(
                    person.id(), others.isEmpty() ? null : others.getFirst().schoolId());
        }
        if (others.isEmpty()) {
            orders.give(person.username(), AccountOrder.Kind.REMOVE_ROLE, Role.TEACHER, by.name());
        }
        signOut(person, by.name());
        people.note(by.name(), "ended somebody’s membership of the school", subject(school), person.name());
        ended.fire(new MembershipEnded(person.id(), school.id(), by.name()));
    }

    /**
     * Names who leads the school's safeguarding or stands in; null is nobody.
     *
     * @throws Refused if it is the same person twice
     */
    @Transactional
    public void name(StaffMember by, SchoolFacts school, @Nullable Account lead, @Nullable Account deputy) {
        memberships.hold(school.id());
        if (lead != null && deputy != null && lead.id() == deputy.id()) {
            throw new Refused("Name two people: the deputy stands in when the lead is away.");
        }
        Stream.of(lead, deputy).filter(each -> each != null).forEach(each -> member(school, each));
        var titles = leads.titles(school.nation());
        var before = Stream.of(
                        name(by, school, Lead.Rank.LEAD, titles.lead(), lead),
                        name(by, school, Lead.Rank.DEPUTY, titles.deputy(), deputy))
                .flatMap(Optional::stream)
                .toList();
        before.forEach(each -> leadsNoMore(each, by.name()));
    }

    /** @return who was it before, if that has changed */
    private Optional<Account> name(
            StaffMember by, SchoolFacts school, Lead.Rank rank, String title, @Nullable Account named) {
        var before = leads.of(school.id(), rank);
        if (before.map(Lead::staffId).equals(Optional.ofNullable(named).map(Account::id))) {
            return Optional.empty();
        }
        var was = before.map(each -> people.account(each.staffId()));
        before.ifPresent(each -> each.end(London.today(clock)));
        leads.flush(); // the old row is out of force before the new one is in it
        if (named != null) {
            leads.persist(new Lead(school.id(), rank, named.id(), London.today(clock)));
            leads.flush();
            orders.give(named.username(), AccountOrder.Kind.ADD_ROLE, Role.DSL, by.name());
            letters.write(
                    named.email(),
                    "You are named as " + title + " of " + school.name(),
                    "/people",
                    subject(school),
                    List.of(
                            by.name() + " has named you as " + title + " of " + school.name() + ".",
                            "You are told before each session that is booked, and read the worries that children send. If this is a mistake, tell "
                                    + by.name() + "."));
        }
        people.noteChange(
                by.name(),
                "named who leads safeguarding",
                subject(school),
                title + ": " + was.map(Account::name).orElse("nobody"),
                title + ": " + (named == null ? "nobody" : named.name()));
        return was;
    }

    /** Ends every sign-in of an account: ours now, Keycloak's once it is told. */
    @Transactional
    public void signOut(Account person, String by) {
        signIns.endAllOf(person.username());
        orders.give(person.username(), AccountOrder.Kind.SIGN_OUT, null, by);
    }

    private void leadsNoMore(Account person, String by) {
        if (leads.ofStaff(person.id()).isEmpty()) {
            orders.give(person.username(), AccountOrder.Kind.REMOVE_ROLE, Role.DSL, by);
        }
    }

    private Membership member(SchoolFacts school, Account person) {
        return memberships.of(person.id(), school.id()).orElseThrow(NotFound::new);
    }

    private void requireAnotherAdministrator(SchoolFacts school, Membership member) {
        if (member.part() == Membership.Part.ADMINISTRATOR && memberships.administratorsOf(school.id()) == 1) {
            throw new Refused(school.name() + " would be left without an administrator. Make somebody else one first.");
        }
    }

    public static String subject(SchoolFacts school) {
        return "school " + school.publicId();
    }
}
