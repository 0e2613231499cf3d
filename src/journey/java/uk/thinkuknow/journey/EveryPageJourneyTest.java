package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import uk.thinkuknow.TestSample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests pages of every part of the product with {@link PageCheck}: their layout and, in a sample, their accessibility
 * and HTML. The pages of running rooms have a test of their own, because this one runs while other journeys run.
 */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class EveryPageJourneyTest {
    private final String base = Product.running().address();

    @Test
    void pagesForAnyonePassTheChecks() throws IOException {
        var page = Chromium.device(1280, 900).newPage();
        PageCheck.at(
                page,
                List.of(
                        "/",
                        "/help",
                        "/help?band=4-7",
                        "/help?band=14-18&nation=wales",
                        "/help/privacy",
                        "/help/privacy?band=4-7",
                        "/help/privacy?band=14-18",
                        "/privacy",
                        "/accessibility",
                        "/signed-out",
                        "/sign-out",
                        "/nowhere"));
        page.context().close();
    }

    @Test
    void pagesOfTheTeacherPassTheChecks() throws IOException {
        var page = Chromium.signedIn("tess", "/staff");
        page.navigate(base + "/classes");
        var aClass = firstLink(page, "/classes/[a-z0-9]{10}");
        page.navigate(base + "/sessions");
        var signed = firstLink(page, "/sessions/[a-z0-9]{10}/return");
        page.navigate(base + "/bookings");
        var booking = firstLink(page, "/bookings/[a-z0-9]{10}");
        page.navigate(base + "/catch-up");
        var completion = firstLink(page, "/catch-up/classes/[a-z0-9]{10}");
        PageCheck.at(
                page,
                List.of(
                        "/staff",
                        "/classes",
                        aClass,
                        aClass + "/list",
                        aClass + "/change",
                        "/classes/new",
                        "/classes/groups/new",
                        "/classes/roll-over",
                        "/classes/from-a-list",
                        "/bookings",
                        "/bookings/new",
                        booking,
                        booking + "/change",
                        "/catch-up",
                        completion,
                        "/calendar",
                        "/calendar?view=week",
                        "/calendar?view=list",
                        "/calendar/feed",
                        "/sessions",
                        "/sessions/new",
                        "/sessions/past",
                        signed,
                        signed.replace("/return", "/signer"),
                        signed.replace("/return", "/mistake"),
                        "/modules",
                        "/modules/who-is-really-there",
                        "/modules/the-group-chat",
                        "/modules/who-is-really-there/try",
                        "/modules/who-is-really-there/try?language=cy",
                        "/modules/the-group-chat/try",
                        "/how-we-count"));
        page.context().close();
    }

    @Test
    void pagesOfTheManagerPassTheChecksAndTheMenuIsFoldedOnAPhone() throws IOException {
        var page = Chromium.signedIn("mina", "/reach");
        page.navigate(base + "/reach/regions/north-west");
        var school = firstLink(page, "/reach/schools/[a-z0-9]{10}");
        page.navigate(base + school);
        var session = firstLink(page, "/reach/sessions/[a-z0-9]{10}");
        page.navigate(base + "/targets/proposals?show=all");
        var proposal = firstLink(page, "/targets/proposals/[a-z0-9]{10}");
        PageCheck.at(
                page,
                List.of(
                        "/reach",
                        "/reach?by=school",
                        "/reach/between",
                        "/reach/between?by=trainer",
                        "/reach/between?from=2026-09-01&to=2026-12-31&by=school",
                        "/reach/between?from=2026-12-31&to=2026-09-01",
                        "/reach/regions/north-west",
                        "/reach/authorities/harrowbeck",
                        school,
                        session,
                        "/calendar",
                        "/targets",
                        "/targets?across=bands&held=autumn",
                        "/targets?areas=authority&across=phases&held=year&factor=1.05",
                        "/targets?areas=trust&words=nowhere",
                        "/targets/paste",
                        "/targets/history?area=north-west",
                        "/targets/proposals",
                        "/targets/proposals?show=all",
                        proposal,
                        "/bookings",
                        "/missing-returns",
                        "/missing-returns?period=2026-27-year",
                        "/missing-returns/reminders",
                        "/worry-counts",
                        "/audit",
                        "/how-we-count/columns",
                        "/how-we-count"));
        theMenuTakesOneLineOnAPhone(page);
        page.context().close();
    }

    /** On a phone the menu takes one line, and all its items are in sight. */
    private void theMenuTakesOneLineOnAPhone(Page page) {
        page.setViewportSize(320, 900);
        page.navigate(base + "/audit");
        var menu = page.locator(".tuk-nav");
        assertTrue(menu.boundingBox().height < 60);
        assertThat(menu.locator("a")).hasCount(5);
        assertThat(page.locator(".tuk-tabs a[aria-current=page]")).isVisible();
        Chromium.assertAccessible(page);
    }

    @Test
    void pagesOfCoveragePassTheChecks() throws IOException {
        var page = Chromium.signedIn("mina", "/coverage");
        PageCheck.at(
                page,
                List.of(
                        "/coverage",
                        "/coverage?area=region/north-west",
                        "/coverage/schools",
                        "/coverage/schools?show=due",
                        "/coverage/schools?show=all&words=school",
                        "/coverage/schools?show=all&words=nowhere",
                        "/coverage/next",
                        "/coverage/leavers",
                        "/outcomes",
                        "/outcomes?year=2025-26"));
        page.context().close();
    }

    @Test
    void pagesAboutSchoolsPassTheChecks() throws IOException {
        var page = Chromium.signedIn("mina", "/schools");
        page.navigate(base + "/schools?q=st+branocks");
        var school = firstLink(page, "/schools/[a-z0-9]{10}");
        PageCheck.at(
                page,
                List.of(
                        "/schools",
                        "/schools?q=st+branocks",
                        "/schools?q=zzz",
                        school,
                        school + "/days",
                        school + "/roll",
                        "/schools/imports",
                        "/holidays",
                        "/holidays?words=nowhere",
                        "/holidays/harrowbeck"));
        page.context().close();
    }

    @Test
    void pagesAboutTrainersPassTheChecks() throws IOException {
        var manager = Chromium.signedIn("mina", "/trainers");
        PageCheck.at(
                manager,
                List.of("/trainers", "/trainers?standing=suspended", firstLink(manager, "/trainers/[a-z0-9]{10}")));
        manager.context().close();
        var trainer = Chromium.signedIn("tariq", "/availability");
        trainer.navigate(base + "/bookings");
        PageCheck.at(
                trainer,
                List.of(
                        "/staff",
                        "/bookings",
                        firstLink(trainer, "/bookings/[a-z0-9]{10}"),
                        "/modules/who-is-really-there/questions",
                        "/modules/who-is-really-there/questions?period=2026-27",
                        "/availability",
                        "/calendar",
                        "/calendar/feed"));
        trainer.context().close();
    }

    @Test
    void pagesOfTrainingForProfessionalsPassTheChecks() throws IOException {
        var manager = Chromium.signedIn("mina", "/training/past");
        var held = firstLink(manager, "/training/[a-z0-9]{10}/people");
        manager.navigate(base + held);
        var badge = firstLink(manager, "/badges/[a-z0-9]{10}");
        manager.navigate(base + "/training");
        var coming = firstLink(manager, "/training/[a-z0-9]{10}");
        PageCheck.at(
                manager,
                List.of(
                        "/training",
                        "/training/past",
                        "/training/new",
                        coming,
                        coming + "/change",
                        coming + "/people",
                        held,
                        "/training/people",
                        "/training/people?show=going",
                        "/training/trained",
                        badge,
                        "/badges"));
        manager.context().close();
    }

    @Test
    void pagesOfTheAdministratorPassTheChecksAndListAnUnconfirmedFact() throws IOException {
        var page = Chromium.signedIn("ada", "/safeguards");
        PageCheck.at(
                page,
                List.of(
                        "/safeguards",
                        "/retention",
                        "/impact-assessment",
                        "/welsh",
                        "/letters",
                        "/system",
                        "/years",
                        "/years/england/next",
                        "/years/england/2026-27",
                        "/years/bands",
                        "/modules/the-group-chat",
                        "/modules/the-group-chat/steps",
                        "/modules/who-is-really-there",
                        "/modules/who-is-really-there/welsh"));
        page.navigate(base + "/system");
        var facts = page.locator("#facts ~ details").first();
        facts.locator("summary").click();
        var childline = facts.locator("tr", new Locator.LocatorOptions().setHasText("0800 1111"))
                .first();
        assertTrue(childline.innerText().contains("free, day and night"), childline.innerText());
        assertTrue(childline.innerText().contains("Not yet"), "nobody has confirmed it");
        assertTrue(childline.locator("a").getAttribute("href").startsWith("https://www.childline.org.uk/"));
        page.navigate(base + "/accounts?words=tess");
        var account = firstLink(page, "/accounts/[a-z0-9]{10}");
        PageCheck.at(
                page,
                List.of(
                        "/claims?words=Harrowbeck",
                        "/accounts",
                        account + "?words=Leyford",
                        "/audit",
                        "/audit/chain",
                        "/audit?from=soon"));
        page.context().close();
    }

    @Test
    void pagesOfTheStudioPassTheChecks() throws IOException {
        var page = Chromium.signedIn("sian", "/studio");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New version of True or made up?"))
                .click();
        page.waitForURL("**/steps/*");
        var draft = page.url().replace(base, "").replaceAll("/steps/.*", "");
        var addresses = new ArrayList<>(List.of(
                "/studio", "/studio/new", "/studio/import", draft + "/lesson", draft + "/files", draft + "/history"));
        var steps = page.locator(".st-steps a").all();
        for (int i = 0; i < steps.size(); i += TestSample.ALL ? 1 : 4) {
            addresses.add(steps.get(i).getAttribute("href"));
        }
        addresses.add(draft + "/welsh");
        addresses.add(draft + "/library");
        addresses.add(draft + "/library?words=turtle");
        addresses.add("/modules/true-or-made-up/versions");
        addresses.add(draft + "/review");
        addresses.add("/studio/modules/true-or-made-up");
        comment(page, draft + "/review");
        PageCheck.at(page, addresses);
        page.context().close();
        var reviewer = Chromium.signedIn("rita", "/studio");
        PageCheck.at(reviewer, List.of("/studio", draft + "/review", draft + "/lesson"));
        reviewer.context().close();
    }

    private void comment(Page page, String review) {
        page.navigate(base + review);
        page.getByLabel("What should change").fill("Say who is meant.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the comment"))
                .click();
        page.getByText("Noted at the step.").waitFor();
    }

    @Test
    void pagesOfReturnsThatAreChangedCheckedAndEnteredFromPaperPassTheChecks() throws IOException {
        var mina = Chromium.signedIn("mina", "/reach/regions/north-west");
        var school = firstLink(mina, "/reach/schools/[a-z0-9]{10}");
        mina.navigate(base + school);
        var paper = "/paper-registers?school=" + school.replace("/reach/schools/", "");
        mina.navigate(base
                + mina.locator("tr:has-text('Signed') a[href^='/reach/sessions/']")
                        .first()
                        .getAttribute("href"));
        var withdrawal = firstLink(mina, "/sessions/[a-z0-9]{10}/withdrawal");
        PageCheck.at(
                mina,
                List.of(
                        withdrawal,
                        paper,
                        "/figure-check",
                        "/missing-returns/reminders",
                        "/missing-returns?words=no+such",
                        "/returns-to-confirm",
                        "/returns-to-confirm?late=true"));
        mina.navigate(base + withdrawal);
        mina.getByLabel("Why is it withdrawn?").fill("Entered twice, says the school.");
        mina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask to withdraw it"))
                .click();
        mina.waitForURL("**/change");
        PageCheck.at(mina, List.of(withdrawal.replace("/withdrawal", "/change"), "/return-changes"));
        mina.navigate(base + withdrawal.replace("/withdrawal", "/change"));
        mina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take the change back"))
                .click();
        mina.context().close();
        var dee = Chromium.signedIn("dee", "/staff");
        PageCheck.at(dee, List.of("/staff", firstLink(dee, "/figure-check/[a-z0-9]{10}")));
        dee.navigate(base + "/returns-to-confirm");
        PageCheck.at(dee, List.of("/returns-to-confirm", firstLink(dee, "/returns-to-confirm/[a-z0-9]{10}")));
        dee.context().close();
    }

    @Test
    void pagesOfClosedPeriodsBriefsAndPublicFiguresPassTheChecks() throws IOException {
        var mina = Chromium.signedIn("mina", "/periods");
        PageCheck.at(mina, List.of("/periods", "/periods/new?period=2025-26-summer"));
        mina.navigate(base + "/periods/new?period=2025-26-summer");
        mina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Freeze and sign"))
                .click();
        mina.waitForURL(Pattern.compile(".*/periods/[a-z0-9]{10}$"));
        var period = mina.url().replace(base, "");
        PageCheck.at(mina, List.of(period));
        mina.context().close();
        var meg = Chromium.signedIn("meg", period);
        meg.getByLabel("Yes, approve them").check();
        meg.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record decision"))
                .click();
        meg.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Issue the brief"))
                .click();
        meg.waitForURL("**/briefs/1");
        PageCheck.at(
                meg,
                List.of(
                        "/periods",
                        period,
                        period + "/briefs/1",
                        "/periods/new?period=2026-27-q2",
                        "/how-we-count/columns"));
        meg.context().close();
        var ada = Chromium.signedIn("ada", "/public-figures");
        PageCheck.at(ada, List.of("/public-figures"));
        ada.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open them to everyone"))
                .click();
        ada.getByText("Everyone can read the published figures now.").waitFor();
        PageCheck.at(ada, List.of("/public-figures", "/figures", "/figures/2025-26-summer"));
        ada.context().close();
    }

    @Test
    void pagesOfWebhooksPassTheChecks() throws IOException {
        var ada = Chromium.signedIn("ada", "/webhooks");
        PageCheck.at(ada, List.of("/webhooks"));
        ada.getByLabel("Which system it is").fill("The department");
        ada.getByLabel("Its address").fill(base + "/hooks");
        ada.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add and show its secret"))
                .click();
        ada.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have copied it"))
                .click();
        ada.waitForURL(Pattern.compile(".*/webhooks/[a-z0-9]{10}$"));
        PageCheck.at(ada, List.of("/webhooks", ada.url().replace(base, "")));
        ada.context().close();
    }

    @Test
    void pagesAboutTheSchoolsPeoplePassTheChecks() throws IOException {
        var newcomer = Chromium.signedIn("nell", "/claim");
        PageCheck.at(newcomer, List.of("/claim", "/claim?words=Harrowbeck", "/claim?words=nowhere"));
        newcomer.context().close();
        var keeper = Chromium.signedIn("sadie", "/people");
        var somebody = keeper.locator("main a[href^='/people/']").first().getAttribute("href");
        var held = firstLink(keeper, "/schools/[a-z0-9]{10}/held");
        PageCheck.at(keeper, List.of("/people", somebody, held, "/my-schools"));
        keeper.context().close();
        var lead = Chromium.signedIn("dee", "/people");
        lead.navigate(base + "/worries?show=closed");
        var closed = firstLink(lead, "/worries/[a-z0-9]{10}");
        lead.navigate(base + "/worries");
        var inHand = firstLink(lead, "/worries/[a-z0-9]{10}");
        PageCheck.at(
                lead,
                List.of(
                        "/people",
                        "/staff",
                        "/worries",
                        "/worries?show=closed",
                        closed,
                        inHand,
                        "/worries/contact",
                        "/impact-assessment",
                        "/get-help-button"));
        lead.context().close();
    }

    private static String firstLink(Page page, String address) {
        return page.locator("main a").all().stream()
                .map(link -> String.valueOf(link.getAttribute("href")).replaceAll("[?#].*", ""))
                .filter(Pattern.compile(address).asMatchPredicate())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no link to " + address + " on " + page.url()));
    }
}
