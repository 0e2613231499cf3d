package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.signin.KeycloakProblem;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.accounts.AccountErasure;
import uk.thinkuknow.schools.accounts.AccountService;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.school.SchoolFinder;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormOption;

/** Builds the page of one account. The roles come from Keycloak; if it cannot be asked, the page says so. */
@Singleton
class AccountPages {
    private final AccountService accounts;
    private final SchoolFinder finder;
    private final AccountErasure accountErasure;
    private final Keycloak keycloak;
    private final SchoolService schools;

    AccountPages(
            AccountService accounts,
            SchoolFinder finder,
            AccountErasure accountErasure,
            Keycloak keycloak,
            SchoolService schools) {
        this.accounts = accounts;
        this.finder = finder;
        this.accountErasure = accountErasure;
        this.keycloak = keycloak;
        this.schools = schools;
    }

    /** An open order to Keycloak in a list. */
    record OrderRow(
            String username,
            String words,
            String by,
            @Nullable String problem,
            int tries) {}

    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountPage(
            Head account,
            Roles roles,
            Schools schools,
            List<AreaGroup> areas,
            List<OrderRow> orders,
            AccountErasure.Obstacles obstacles,
            @Nullable String problem)
            implements TemplateInstance {}

    /** The top of the page: name, username, email address, and since when the account is disabled. */
    record Head(
            String id,
            String name,
            String username,
            String email,
            boolean verified,
            @Nullable String disabledSince,
            boolean self) {
        public String href() {
            return "/accounts/" + id;
        }
    }

    /** The account's roles in Keycloak. With a problem they are unknown and cannot be changed now. */
    record Roles(
            List<FormOption> programmes,
            String schools,
            @Nullable String problem) {}

    /** Nations, regions or authorities to choose from. */
    record AreaGroup(String name, List<FormOption> choices) {}

    /** A school of the account. */
    record SchoolRow(String id, String name, String part) {}

    /** The account's schools, and the search results to add one. */
    record Schools(List<SchoolRow> all, String words, List<FormOption> found) {
        public List<FormOption> parts() {
            return PeoplePages.parts("");
        }
    }

    AccountPage show(StaffMember me, PublicId id, String words, @Nullable String problem) {
        var sheet = accounts.sheet(id);
        var account = sheet.account();
        var disabledAt = account.place().disabledAt();
        return new AccountPage(
                new Head(
                        account.publicId().value(),
                        account.name(),
                        account.username(),
                        Optional.ofNullable(account.email()).orElse(""),
                        account.emailVerified(),
                        disabledAt == null ? null : London.inWords(disabledAt),
                        account.id() == me.id()),
                roles(account, account.id() == me.id()),
                new Schools(
                        sheet.schools().stream()
                                .map(each -> new SchoolRow(
                                        each.school().publicId().value(),
                                        each.school().name(),
                                        each.part().inWords()))
                                .toList(),
                        words.strip(),
                        finder.findOpen(words).stream()
                                .map(each -> ClaimResource.FoundSchool.of(each).inALine())
                                .toList()),
                areas(account.place().scope().token()),
                orderRows(sheet.open()),
                accountErasure.obstaclesTo(account),
                problem);
    }

    private List<AreaGroup> areas(String chosen) {
        return List.of(
                new AreaGroup(Words.of("people.nations"), areas("nation ", chosen)),
                new AreaGroup(Words.of("people.regions"), areas("region ", chosen)),
                new AreaGroup(Words.of("people.authorities"), areas("authority ", chosen)));
    }

    private List<FormOption> areas(String kind, String chosen) {
        return schools.areas().entrySet().stream()
                .filter(each -> each.getKey().startsWith(kind))
                .map(each -> new FormOption(
                        each.getKey(), each.getValue(), each.getKey().equals(chosen)))
                .toList();
    }

    /** @param self whether it is the own account, to which nobody gives a role */
    private Roles roles(Account account, boolean self) {
        try {
            var held = keycloak.rolesOf(accounts.atKeycloak(account));
            if (held.isEmpty()) {
                return new Roles(List.of(), "", Words.of("signin.noAccount", account.username()));
            }
            return new Roles(
                    AccountService.PROGRAMME_ROLES.stream()
                            .filter(role -> !self || held.get().contains(role))
                            .map(role -> new FormOption(
                                    role,
                                    TextFormat.capitalised(words(role)),
                                    held.get().contains(role)))
                            .toList(),
                    List.of(Role.TEACHER, Role.DSL).stream()
                            .filter(held.get()::contains)
                            .map(AccountPages::words)
                            .collect(Collectors.joining(", ")),
                    null);
        } catch (KeycloakProblem e) {
            return new Roles(List.of(), "", e.words());
        }
    }

    /** A role in words. */
    static String words(String role) {
        return Words.of("staff.role." + role);
    }

    static List<OrderRow> orderRows(List<AccountOrder> orders) {
        return orders.stream()
                .map(each -> new OrderRow(
                        each.username(),
                        each.inWords(),
                        Words.of("people.whoAndDay", each.orderedBy(), London.inWords(each.writtenAt())),
                        each.answer(),
                        each.attempts()))
                .toList();
    }
}
