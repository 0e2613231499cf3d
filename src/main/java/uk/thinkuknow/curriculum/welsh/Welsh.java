package uk.thinkuknow.curriculum.welsh;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.StartUpOrder;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Whether children may have Welsh. What a named person has reviewed is offered; drafts are offered too where an
 * administrator has turned them on, which only a demo allows: there are no real children in it. How it stands is kept
 * in memory, because pages are asked for thirty at once.
 */
@Singleton
public class Welsh {
    private final WelshRows rows;
    private final PeopleService people;
    private final Installation installation;
    private final Clock clock;
    private final String words = WelshWords.hash();
    private volatile WelshStanding standing = WelshStanding.OFF;

    Welsh(WelshRows rows, PeopleService people, Installation installation, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.installation = installation;
        this.clock = clock;
    }

    /** Are drafts shown to classes? */
    public boolean draftsShown() {
        return standing.draftsShown() && installation.demo();
    }

    /** Has a named person reviewed the Welsh words of the pages as they are now? */
    public boolean pagesReviewed() {
        return standing.review() != null;
    }

    /** May a class have a page in Welsh, whose own words are reviewed or not? */
    public boolean offered(boolean reviewed) {
        return draftsShown() || reviewed && pagesReviewed();
    }

    /**
     * How a page that is no lesson's is spoken to whoever asks for it in this language.
     *
     * @return English if Welsh is asked for and not offered
     */
    public Spoken spoken(Language asked) {
        return spoken(asked, true, offered(true));
    }

    /**
     * How a page is spoken.
     *
     * @param reviewed are the page's own Welsh words reviewed, beside those of every page?
     * @param there is the page to be had in Welsh?
     */
    public Spoken spoken(Language asked, boolean reviewed, boolean there) {
        if (asked.isWelsh() && there) {
            return new Spoken(Language.WELSH, !(reviewed && pagesReviewed()), Language.ENGLISH);
        }
        return new Spoken(Language.ENGLISH, false, there ? Language.WELSH : null);
    }

    /** How Welsh stands here, for the administrator's page. */
    WelshStanding standing() {
        return standing;
    }

    /**
     * Shows drafts to classes, or hides them, in the name of the administrator who is signed in.
     *
     * @throws Refused if they are to be shown outside a demo
     */
    @Transactional
    void showDrafts(boolean shown) {
        if (shown && !installation.demo()) {
            throw new Refused(
                    "Drafts can be shown in a demo only. Here Welsh is offered as soon as its review is on record.");
        }
        var me = people.me();
        rows.show(shown, me.name(), clock.instant());
        people.note(me.name(), shown ? "turned on" : "turned off", "Welsh drafts", "");
        look();
    }

    /**
     * Puts on record that somebody has reviewed the Welsh words of the pages.
     *
     * @throws Refused if the name or the day cannot be right
     */
    @Transactional
    void recordReview(String by, LocalDate on) {
        var name = reviewer(by, on, London.today(clock));
        rows.review(words, new WelshReview(name, on.atStartOfDay(London.ZONE).toInstant()));
        var me = people.me();
        people.note(me.name(), "recorded a review", "Welsh of the pages", "by " + name + " on " + on);
        look();
    }

    /**
     * The name of a reviewer as it is kept.
     *
     * @throws Refused if the name or the day cannot be right
     */
    public static String reviewer(String by, LocalDate on, LocalDate today) {
        var name = by.strip();
        if (name.length() < 3 || name.length() > 120) {
            throw new Refused("Give the full name of the person who reviewed the Welsh, at most 120 letters.");
        }
        if (on.isAfter(today)) {
            throw new Refused("Give the day of the review: it cannot be after today.");
        }
        return name;
    }

    void begin(@Observes @Priority(StartUpOrder.WORDS) StartupEvent start) {
        RetryOnConflict.join(this::look);
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance("welsh", "Looks whether drafts in Welsh are on", Schedule.every("5s", "5s"), this::keepUp);
    }

    void keepUp() {
        try {
            RetryOnConflict.join(this::look);
        } catch (RuntimeException e) {
            Log.warnf("how Welsh stands cannot be looked up now; it stays as it was: %s", e.getMessage());
        }
    }

    private void look() {
        standing = rows.standing(words);
    }

    /**
     * How Welsh stands in this installation.
     *
     * @param review of the words of the pages as they are now; null if nobody has
     */
    record WelshStanding(boolean draftsShown, @Nullable WelshReview review) {
        static final WelshStanding OFF = new WelshStanding(false, null);
    }
}
