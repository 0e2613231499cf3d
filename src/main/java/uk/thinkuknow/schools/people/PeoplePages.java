package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.accounts.Inviting;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.OpenWork;

/** Puts the pages of a school's people together. */
@Singleton
class PeoplePages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeoplePage(
            SchoolHead school,
            List<ClaimsResource.ClaimRow> waiting,
            LeadView lead,
            LeadView deputy,
            List<MemberRow> members,
            List<SentRow> sent,
            List<String> domains,
            List<String> left,
            Typed typed)
            implements TemplateInstance {}

    /** Whose page it is, where in the menu it lies, and whether the reader may change what stands there. */
    record SchoolHead(String id, String name, boolean keeps, String nav) {}

    /** Who leads, or stands in; without a name nobody is named yet. */
    record LeadView(String title, String id, @Nullable String name, String email) {}

    record MemberRow(
            String id, String name, String email, String part, boolean administrator, String since, String leads) {}

    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PersonPage(
            SchoolHead school,
            MemberRow person,
            List<OpenWork.OpenThing> open,
            boolean self,
            @Nullable String problem) implements TemplateInstance {}

    /** An invitation that nobody has used yet. */
    record SentRow(String id, String name, String about, String until, boolean expired) {}

    /** What was sent and could not be taken: the field, the words, what was typed. */
    record Typed(@Nullable String field, @Nullable String problem, Map<String, String> values) {
        static final Typed NOTHING = new Typed(null, null, Map.of());

        public String of(String name) {
            return values.getOrDefault(name, "");
        }
    }

    PeoplePage people(StaffMember me, SchoolPeople.Sheet sheet, Typed typed) {
        var leading = sheet.leading();
        return new PeoplePage(
                new SchoolHead(sheet.school().publicId().value(), sheet.school().name(), sheet.keeps(), nav(me)),
                sheet.waiting().stream().map(ClaimsResource.ClaimRow::of).toList(),
                lead(leading.titles().lead(), leading.lead()),
                lead(leading.titles().deputy(), leading.deputy()),
                sheet.members().stream().map(PeoplePages::row).toList(),
                sheet.sent().stream().map(PeoplePages::row).toList(),
                sheet.domains(),
                sheet.left().stream()
                        .map(each -> each.name() + ", on " + DAY.format(each.day()))
                        .toList(),
                typed);
    }

    PersonPage person(StaffMember me, SchoolPeople.PersonSheet sheet, @Nullable String problem) {
        return new PersonPage(
                new SchoolHead(sheet.school().publicId().value(), sheet.school().name(), true, nav(me)),
                row(sheet.member()),
                sheet.open(),
                sheet.self(),
                problem);
    }

    static SentRow row(Inviting.Sent sent) {
        return new SentRow(
                sent.id(),
                sent.name(),
                sent.email() + ", as " + sent.as() + ", by " + sent.by(),
                (sent.expired() ? "Ran out on " : "Until ") + sent.until(),
                sent.expired());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String nav(StaffMember me) {
        return me.is(Role.TEACHER) || me.is(Role.DSL) ? "people" : "claims";
    }

    private static LeadView lead(String title, @Nullable Account account) {
        return account == null
                ? new LeadView(title, "", null, "")
                : new LeadView(title, account.publicId().value(), account.name(), emailOf(account));
    }

    private static MemberRow row(SchoolPeople.Member member) {
        return new MemberRow(
                member.account().publicId().value(),
                member.account().name(),
                emailOf(member.account()),
                member.part().inWords(),
                member.part() == Membership.Part.ADMINISTRATOR,
                day(member.since()),
                member.leads());
    }

    private static String emailOf(Account account) {
        var email = account.email();
        return email == null ? "" : email;
    }
}
