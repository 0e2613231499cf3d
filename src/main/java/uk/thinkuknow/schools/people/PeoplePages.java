package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.accounts.InvitationService;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.OpenWork;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** Builds the page of a school's staff and the page of one member. */
@Singleton
class PeoplePages {
    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeoplePage(
            SchoolHead school,
            AdministratorView kept,
            boolean namesLeads,
            LeadView lead,
            LeadView deputy,
            List<MemberRow> members,
            PeopleForm typed)
            implements TemplateInstance {}

    /** The part shown only to those who may change the staff; empty for others. */
    record AdministratorView(
            List<ClaimsResource.ClaimRow> waiting, List<SentRow> sent, List<String> domains, List<String> left) {
        static final AdministratorView NOTHING = new AdministratorView(List.of(), List.of(), List.of(), List.of());

        static AdministratorView of(SchoolStaffService.AdministratorSheet kept) {
            return new AdministratorView(
                    kept.waiting().stream().map(ClaimsResource.ClaimRow::of).toList(),
                    kept.sent().stream().map(PeoplePages::row).toList(),
                    kept.domains(),
                    kept.left().stream()
                            .map(each -> Words.of("people.leftOn", each.name(), TextFormat.day(each.day())))
                            .toList());
        }
    }

    /** The school, the key of the menu entry, and whether the reader may change its staff. */
    record SchoolHead(String id, String name, boolean keeps, String nav) {}

    /** The safeguarding lead or the deputy; the name is null if nobody is appointed. */
    record LeadView(String title, @Nullable String name, String email, List<FormOption> candidates) {}

    /** A member in the list of staff. */
    record MemberRow(
            String id, String name, String email, String part, boolean administrator, String since, String leads) {}

    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PersonPage(
            SchoolHead school,
            MemberRow person,
            List<OpenWork.OpenItem> open,
            boolean self,
            @Nullable String problem) implements TemplateInstance {}

    /** An unused invitation in the list. */
    record SentRow(String id, String name, String about, String until, boolean expired) {}

    /** A refused form: the field to correct, the problem and the input. */
    record PeopleForm(@Nullable String field, @Nullable String problem, Map<String, String> values) {
        static final PeopleForm NOTHING = new PeopleForm(null, null, Map.of());

        /**
         * The input of the form that invites a person.
         *
         * @param as the name of the field that holds {@code key}: part or role
         */
        static Map<String, String> toInvite(
                @Nullable String name, @Nullable String email, String as, @Nullable String key) {
            return Map.of("name", orEmpty(name), "email", orEmpty(email), as, orEmpty(key));
        }

        private static String orEmpty(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        public String of(String name) {
            return values.getOrDefault(name, "");
        }

        public List<FormError> errors() {
            return problem == null ? List.of() : List.of(new FormError(field, problem));
        }

        public @Nullable String error(String name) {
            return FormError.of(errors(), name);
        }

        public boolean opensLeads() {
            return "lead".equals(field);
        }

        public List<FormOption> parts() {
            return PeoplePages.parts(of("part"));
        }
    }

    /** What a member may be at a school. */
    static List<FormOption> parts(String chosen) {
        return List.of(
                new FormOption("teacher", Words.of("people.teacher"), false),
                new FormOption(
                        "administrator", Words.of("people.schoolAdministrator"), chosen.equals("administrator")));
    }

    PeoplePage people(StaffMember me, SchoolStaffService.StaffSheet sheet, PeopleForm typed) {
        var led = sheet.led();
        var kept = sheet.kept();
        var members = sheet.members().stream().map(PeoplePages::row).toList();
        return new PeoplePage(
                new SchoolHead(sheet.school().publicId().value(), sheet.school().name(), kept != null, nav(me)),
                kept == null ? AdministratorView.NOTHING : AdministratorView.of(kept),
                sheet.namesLeads(),
                lead(led.titles().lead(), led.lead(), members),
                lead(led.titles().deputy(), led.deputy(), members),
                members,
                typed);
    }

    PersonPage person(StaffMember me, SchoolStaffService.PersonSheet sheet, @Nullable String problem) {
        return new PersonPage(
                new SchoolHead(sheet.school().publicId().value(), sheet.school().name(), true, nav(me)),
                row(sheet.member()),
                sheet.open(),
                sheet.self(),
                problem);
    }

    static SentRow row(InvitationService.SentInvitation sent) {
        return new SentRow(
                sent.id(),
                sent.name(),
                Words.of("people.inviteeFacts", sent.email(), sent.as(), sent.by()),
                Words.of(sent.expired() ? "people.ranOutOn" : "people.until", sent.until()),
                sent.expired());
    }

    private static String nav(StaffMember me) {
        return me.is(Role.TEACHER) || me.is(Role.DSL) ? "people" : "claims";
    }

    private static LeadView lead(String title, @Nullable Account account, List<MemberRow> members) {
        var id = account == null ? "" : account.publicId().value();
        return new LeadView(
                title,
                account == null ? null : account.name(),
                account == null ? "" : emailOf(account),
                members.stream()
                        .map(each ->
                                new FormOption(each.id(), each.name(), each.id().equals(id)))
                        .toList());
    }

    private static MemberRow row(SchoolStaffService.Member member) {
        return new MemberRow(
                member.account().publicId().value(),
                member.account().name(),
                emailOf(member.account()),
                member.part().inWords(),
                member.part() == Membership.Part.ADMINISTRATOR,
                TextFormat.day(member.since()),
                member.leads());
    }

    private static String emailOf(Account account) {
        return PeopleForm.orEmpty(account.email());
    }
}
