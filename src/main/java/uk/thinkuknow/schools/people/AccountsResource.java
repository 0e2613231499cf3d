package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.accounts.AccountSearch;
import uk.thinkuknow.schools.accounts.AccountService;
import uk.thinkuknow.schools.accounts.Invitation;
import uk.thinkuknow.schools.accounts.InvitationService;
import uk.thinkuknow.schools.accounts.NameRefused;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.MenuEntry;

/** The page on which the programme's administrators search accounts, invite people and retry orders to Keycloak. */
@Path("/accounts")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.PEOPLE, words = "menu.accounts", place = 1100, roles = Role.ADMINISTRATOR)
class AccountsResource {
    private static final int A_PAGE = 25;

    private final AccountService accounts;
    private final AccountSearch facts;
    private final InvitationService invitationService;
    private final PeopleService people;
    private final Flash flash;

    AccountsResource(
            AccountService accounts,
            AccountSearch facts,
            InvitationService invitationService,
            PeopleService people,
            Flash flash) {
        this.accounts = accounts;
        this.facts = facts;
        this.invitationService = invitationService;
        this.people = people;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountsPage(
            List<AccountPages.OrderRow> orders,
            Search search,
            List<Row> rows,
            long found,
            int page,
            long pages,
            InvitationForm inviter)
            implements TemplateInstance {}

    /** The words searched for, and the addresses of the pages before and after; null if there is none. */
    record Search(
            String words, @Nullable String before, @Nullable String after) {}

    /** The programme's unused invitations, and the form to invite someone. */
    record InvitationForm(List<FormOption> roles, List<PeoplePages.SentRow> sent, PeoplePages.PeopleForm typed) {}

    /** An account in the list. */
    record Row(String id, String name, String about, String facts, boolean disabled) {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String words, @RestQuery int page) {
        return page(words == null ? "" : words.strip(), Math.max(1, page), PeoplePages.PeopleForm.NOTHING);
    }

    @POST
    @Path("/try-again")
    public Response tryAgain() {
        accounts.retryOrders(people.me());
        return flash.seeOther("/accounts", Words.of("people.triedNow"));
    }

    @POST
    @Path("/invitations")
    public Response invite(
            @RestForm @Nullable String name, @RestForm @Nullable String email, @RestForm @Nullable String role) {
        var typed = PeoplePages.PeopleForm.toInvite(name, email, "role", role);
        try {
            var whom = Invitation.Invitee.toProgramme(
                    typed.getOrDefault("email", ""), typed.getOrDefault("name", ""), typed.getOrDefault("role", ""));
            return flash.seeOther("/accounts", invitationService.inviteToProgramme(people.me(), whom));
        } catch (Refused e) {
            return Flash.again(page(
                    "", 1, new PeoplePages.PeopleForm(e instanceof NameRefused ? "name" : "email", e.why(), typed)));
        }
    }

    @POST
    @Path("/invitations/{id}/withdraw")
    public Response withdraw(@PathParam("id") PublicId id) {
        invitationService.withdraw(people.me(), id);
        return flash.seeOther("/accounts", Words.of("people.withdrawn"));
    }

    private AccountsPage page(String words, int page, PeoplePages.PeopleForm typed) {
        var found = facts.like(words, page - 1, A_PAGE);
        long pages = Math.max(1, (found.count() + A_PAGE - 1) / A_PAGE);
        var href = "/accounts?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&page=";
        return new AccountsPage(
                AccountPages.orderRows(accounts.open()),
                new Search(words, page > 1 ? href + (page - 1) : null, page < pages ? href + (page + 1) : null),
                found.accounts().stream()
                        .map(each -> row(each, found.facts().getOrDefault(each.id(), "")))
                        .toList(),
                found.count(),
                page,
                pages,
                new InvitationForm(
                        AccountService.PROGRAMME_ROLES.stream()
                                .map(role -> new FormOption(
                                        role,
                                        TextFormat.capitalised(AccountPages.words(role)),
                                        role.equals(typed.of("role"))))
                                .toList(),
                        invitationService.sentByProgramme().stream()
                                .map(PeoplePages::row)
                                .toList(),
                        typed));
    }

    private static Row row(Account account, String facts) {
        var email = account.email();
        return new Row(
                account.publicId().value(),
                account.name(),
                email == null || email.equals(account.username())
                        ? account.username()
                        : Words.of("people.usernameAndEmail", account.username(), email),
                facts,
                account.isDisabled());
    }
}
