package uk.thinkuknow.curriculum.welsh;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
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
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Decides whether pages and lessons for children are offered in Welsh. Texts that a named person has reviewed are
 * offered; drafts are offered only in a demo, which has no real children, and only if an administrator turns them on.
 * The setting is cached because whole classes request pages at once.
 */
@Singleton
public class WelshAvailability {
    private final WelshRows rows;
    private final PeopleService people;
    private final Installation installation;
    private final Clock clock;
    private final String words = WelshWords.hash();
    private volatile WelshSetting standing = WelshSetting.OFF;

    WelshAvailability(WelshRows rows, PeopleService people, Installation installation, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.installation = installation;
        this.clock = clock;
    }

    /** Returns whether Welsh drafts are shown to classes. */
    public boolean draftsShown() {
        return standing.draftsShown() && installation.demo();
    }

    /** Returns whether a named person has reviewed the current Welsh texts of the pages. */
    public boolean pagesReviewed() {
        return standing.review() != null;
    }

    /**
     * Returns whether classes may have a page in Welsh.
     *
     * @param reviewed whether the page's own texts are reviewed
     */
    public boolean offered(boolean reviewed) {
        return draftsShown() || reviewed && pagesReviewed();
    }

    /**
     * Returns the language of a page outside lessons.
     *
     * @return English if Welsh is asked for but not offered
     */
    public PageLanguage languageFor(Language asked) {
        return languageFor(asked, true, offered(true));
    }

    /**
     * Returns the language of a page.
     *
     * @param reviewed whether the page's own Welsh texts are reviewed, not counting those common to all pages
     * @param there whether the page is available in Welsh
     */
    public PageLanguage languageFor(Language asked, boolean reviewed, boolean there) {
        if (asked.isWelsh() && there) {
            return new PageLanguage(Language.WELSH, !(reviewed && pagesReviewed()), Language.ENGLISH);
        }
        return new PageLanguage(Language.ENGLISH, false, there ? Language.WELSH : null);
    }

    /** Returns the setting for drafts and the review, for the administrator's page. */
    WelshSetting setting() {
        return standing;
    }

    /**
     * Shows drafts to classes or hides them, on behalf of the signed-in administrator.
     *
     * @throws Refused if drafts are to be shown outside a demo
     */
    void showDrafts(boolean shown) {
        if (shown && !installation.demo()) {
            throw new Refused("welsh.draftsInDemoOnly");
        }
        var me = people.me();
        change(() -> {
            rows.show(shown, me.name(), clock.instant());
            people.note(
                    me.name(), Words.of(shown ? "welsh.noteOn" : "welsh.noteOff"), Words.of("welsh.noteDrafts"), "");
        });
    }

    /**
     * Records that a named person has reviewed the Welsh texts of the pages.
     *
     * @throws Refused if the name or the day is not valid
     */
    void recordReview(String by, LocalDate on) {
        var name = reviewer(by, on, London.today(clock));
        var me = people.me();
        change(() -> {
            rows.review(
                    words, new WelshReview(name, on.atStartOfDay(London.ZONE).toInstant()));
            people.note(
                    me.name(),
                    Words.of("welsh.noteReviewed"),
                    Words.of("welsh.notePages"),
                    Words.of("welsh.reviewedBy", name, on));
        });
    }

    /** Commits a change and then reads the setting: before the commit the job would read it as it was. */
    private void change(Runnable change) {
        RetryOnConflict.run(change);
        RetryOnConflict.run(this::refresh);
    }

    /**
     * Checks and returns the name of a reviewer.
     *
     * @throws Refused if the name or the day is not valid
     */
    public static String reviewer(String by, LocalDate on, LocalDate today) {
        var name = by.strip();
        if (name.length() < 3 || name.length() > 120) {
            throw new Refused("welsh.reviewerNeeded");
        }
        if (on.isAfter(today)) {
            throw new Refused("welsh.reviewDayLater");
        }
        return name;
    }

    void begin(@Observes @Priority(StartUpOrder.WORDS) StartupEvent start) {
        RetryOnConflict.join(this::refresh);
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance("welsh", Words.of("welsh.job"), Schedule.every("5s", "5s"), this::keepUp);
    }

    void keepUp() {
        try {
            RetryOnConflict.join(this::refresh);
        } catch (RuntimeException e) {
            Log.warnf("how Welsh stands cannot be looked up now; it stays as it was: %s", e.getMessage());
        }
    }

    private synchronized void refresh() {
        standing = rows.setting(words);
    }

    /**
     * The setting for drafts, and the review of the current Welsh texts of the pages.
     *
     * @param review null if nobody has reviewed them
     */
    record WelshSetting(boolean draftsShown, @Nullable WelshReview review) {
        static final WelshSetting OFF = new WelshSetting(false, null);
    }
}
