package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.webhook.WebhookPublisher;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;

/** Records every act on a closed period in the audit, and sends webhooks for approvals, adjustments and briefs. */
@Singleton
class PeriodAnnouncer {
    private final WebhookPublisher webhooks;
    private final FrozenReach reach;
    private final PeopleService people;
    private final String here;

    PeriodAnnouncer(
            WebhookPublisher webhooks,
            FrozenReach reach,
            PeopleService people,
            @ConfigProperty(name = "thinkuknow.public-address") URI publicAddress) {
        this.webhooks = webhooks;
        this.reach = reach;
        this.people = people;
        this.here = publicAddress.toString().replaceAll("(?<!/)/+$", "");
    }

    void frozen(StaffMember by, ClosedPeriod closed) {
        note(by.name(), "froze", closed, hash(closed));
    }

    void approved(StaffMember by, ClosedPeriod closed, PublicEdition edition) {
        webhooks.publish("period.approved", data(closed, edition));
        note(by.name(), "approved", closed, hash(closed));
    }

    void refused(StaffMember by, ClosedPeriod closed, String why) {
        note(by.name(), "refused", closed, why);
    }

    void countedAgain(StaffMember by, ClosedPeriod closed, boolean same) {
        note(
                by.name(),
                "recounted",
                closed,
                same
                        ? Words.of("periods.hashSame")
                        : Words.of("periods.hashAnother", closed.figures().hash()));
    }

    /** The figures of an adjustment are not published until the next brief, so the webhook has none, and no hash of them. */
    void adjusted(ClosedPeriod closed, Adjustment adjustment, String change) {
        var data = data(closed, adjustment.figures().figures());
        data.put("adjustment", adjustment.number());
        webhooks.publish("period.adjusted", data);
        people.noteByItself(act("adjusted"), subject(closed), change);
    }

    private void note(String by, String act, ClosedPeriod closed, String detail) {
        people.note(by, act(act), subject(closed), detail);
    }

    private static String act(String key) {
        return Words.of("periods.act." + key);
    }

    private static String subject(ClosedPeriod closed) {
        return "period " + closed.periodKey();
    }

    private static String hash(ClosedPeriod closed) {
        return Words.of("periods.hash", closed.figures().hash());
    }

    void issued(StaffMember by, ClosedPeriod closed, Brief brief, PublicEdition edition) {
        var data = data(closed, edition);
        data.put("brief", brief.number());
        data.put("change", brief.changed());
        var page = here + "/periods/" + closed.publicId() + "/briefs/" + brief.number();
        data.put(
                "links",
                Map.of(
                        "period", here + "/periods/" + closed.publicId(),
                        "brief", page,
                        "pdf", page + "/brief.pdf",
                        "figures", page + "/figures.json"));
        webhooks.publish("brief.issued", data);
        people.note(
                by.name(),
                Words.of("periods.act.issued", brief.number()),
                "period " + closed.periodKey(),
                Words.of("periods.hash", edition.hash()));
    }

    private Map<String, Object> data(ClosedPeriod closed, PublicEdition edition) {
        var shown = edition.figures();
        var data = data(closed, shown.figures());
        data.put("hash", edition.hash());
        data.put("headline", headline(shown));
        return data;
    }

    private Map<String, Object> data(ClosedPeriod closed, FrozenFigures figures) {
        var key = closed.periodKey();
        var data = new LinkedHashMap<String, Object>();
        data.put(
                "period",
                Map.of(
                        "key", key,
                        "name", reach.words(key),
                        "firstDay", reach.firstDay(key).toString(),
                        "lastDay", reach.lastDay(key).toString()));
        data.put("asAt", figures.asAt().toString());
        data.put("rules", figures.rules());
        data.put("links", Map.of("period", here + "/periods/" + closed.publicId()));
        return data;
    }

    /** The headline; numbers that are too small to publish are null. */
    private static Map<String, @Nullable Object> headline(ShownFigures shown) {
        var figures = shown.figures();
        var total = figures.total();
        var headline = new LinkedHashMap<String, @Nullable Object>();
        headline.put("children", shown.orNull("total", "new", total.fresh()));
        headline.put("atLeast", shown.orNull("total", "newLower", total.newLower()));
        headline.put("atMost", shown.orNull("total", "newUpper", total.newUpper()));
        headline.put("target", total.target());
        headline.put("lessons", shown.orNull("total", "sessions", total.sessions()));
        headline.put("awaiting", shown.orNull("total", "awaiting", total.awaiting()));
        headline.put("toConfirm", shown.orNull("total", "toConfirm", total.toConfirm()));
        headline.put("toConfirmChildren", shown.orNull("total", "toConfirmChildren", total.toConfirmChildren()));
        headline.put("schools", shown.orNull("schools", "schools", figures.schools()));
        headline.put("professionals", figures.trained());
        return headline;
    }
}
