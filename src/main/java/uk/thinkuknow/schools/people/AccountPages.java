package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
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
            boolean self) {}

    /** The account's roles in Keycloak. With a problem they are unknown and cannot be changed now. */
    record Roles(
            List<Choice> programmes,
            List<String> schools,
            @Nullable String problem) {}

    /** Nations, regions or authorities to choose from. */
    record AreaGroup(String name, List<Choice> choices) {}

    /** A checkbox or a radio button. */
    record Choice(String key, String words, boolean chosen) {}

    /** A school of the account. */
    record SchoolRow(String id, String name, String part) {}

    /** The account's schools, and the search results to add one. */
    record Schools(List<SchoolRow> all, String words, List<ClaimResource.FoundSchool> found) {}

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
                roles(account),
                new Schools(
                        sheet.schools().stream()
                                .map(each -> new SchoolRow(
                                        each.school().publicId().value(),
                                        each.school().name(),
                                        each.part().inWords()))
                                .toList(),
                        words.strip(),
                        finder.findOpen(words).stream()
                                .map(ClaimResource.FoundSchool::of)
                                .toList()),
                areas(account.place().scope().token()),
                orderRows(sheet.open()),
                accountErasure.obstaclesTo(account),
                problem);
    }

    private List<AreaGroup> areas(String chosen) {
        return List.of(
                new AreaGroup("Nations", areas("nation ", chosen)),
                new AreaGroup("Regions", areas("region ", chosen)),
                new AreaGroup("Authorities", areas("authority ", chosen)));
    }

    private List<Choice> areas(String kind, String chosen) {
        return schools.areas().entrySet().stream()
                .filter(each -> each.getKey().startsWith(kind))
                .map(each ->
                        new Choice(each.getKey(), each.getValue(), each.getKey().equals(chosen)))
                .toList();
    }

    private Roles roles(Account account) {
        try {
            var held = keycloak.rolesOf(account.username());
            if (held.isEmpty()) {
                return new Roles(List.of(), List.of(), "Keycloak knows no account " + account.username() + ".");
            }
            return new Roles(
                    AccountService.PROGRAMME_ROLES.stream()
                            .map(role -> new Choice(role, role, held.get().contains(role)))
                            .toList(),
                    List.of(Role.TEACHER, Role.DSL).stream()
                            .filter(held.get()::contains)
                            .map(role -> role.equals(Role.DSL) ? "safeguarding lead or deputy" : role)
                            .toList(),
                    null);
        } catch (KeycloakProblem e) {
            return new Roles(List.of(), List.of(), e.words());
        }
    }

    static List<OrderRow> orderRows(List<AccountOrder> orders) {
        return orders.stream()
                .map(each -> new OrderRow(
                        each.username(),
                        each.inWords(),
                        each.orderedBy() + ", " + London.inWords(each.writtenAt()),
                        each.answer(),
                        each.attempts()))
                .toList();
    }
}
