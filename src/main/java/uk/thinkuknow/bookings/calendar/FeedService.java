package uk.thinkuknow.bookings.calendar;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uk.thinkuknow.bookings.booking.BookingDiary;
import uk.thinkuknow.bookings.booking.BookingState;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.MembershipEnded;
import uk.thinkuknow.schools.members.RightsEnded;

/** Creates, ends and reads private calendar feeds: one for each person at a time. */
@Singleton
class FeedService {
    private static final String NAME = "calendar";
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 400;

    private final CalendarFeeds feeds;
    private final BookingDiary diary;
    private final MeetingFactory meetings;
    private final PeopleService people;
    private final Clock clock;

    FeedService(CalendarFeeds feeds, BookingDiary diary, MeetingFactory meetings, PeopleService people, Clock clock) {
        this.feeds = feeds;
        this.diary = diary;
        this.meetings = meetings;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The addresses of a user's feed.
     *
     * @param url opens the feed with the name and the password
     * @param times opens the times alone, without a password, for programs that cannot send one
     * @param since when the feed was made
     */
    record FeedAddress(String url, String name, String password, String times, String since) {}

    @Transactional
    Optional<FeedAddress> of(StaffMember me) {
        return feeds.inForceOf(me.id()).map(feed -> {
            var id = feed.publicId();
            return new FeedAddress(
                    address(id.value()),
                    NAME,
                    feeds.passwordOf(id),
                    address(feeds.secretOf(id)),
                    London.inWords(feed.madeAt()));
        });
    }

    private String address(String key) {
        return meetings.page("/calendar/feeds/" + key + ".ics");
    }

    /** Creates a new address; the user's earlier one stops working. */
    @Transactional
    void renew(StaffMember me) {
        end(me.id());
        feeds.begin(me.id(), clock.instant());
        people.note(me.name(), Words.of("calendar.madeFeed"), subject(me), "");
    }

    /** Ends the user's address; does nothing if there is none. */
    @Transactional
    void end(StaffMember me) {
        if (end(me.id())) {
            people.note(me.name(), Words.of("calendar.endedFeed"), subject(me), "");
        }
    }

    private String subject(StaffMember me) {
        return "account " + people.account(me.id()).publicId();
    }

    void hear(@Observes MembershipEnded left) {
        end(left.staffId());
    }

    void hear(@Observes RightsEnded lost) {
        if (lost.schoolId() == null) {
            end(lost.staffId());
        }
    }

    private boolean end(long staffId) {
        var feed = feeds.lockedOf(staffId);
        feed.ifPresent(known -> known.end(clock.instant()));
        feeds.flush(); // frees the unique key on the person before a new address is inserted
        return feed.isPresent();
    }

    /**
     * Returns the id of a feed in force.
     *
     * @throws NotFound if it was ended, or never was
     */
    @Transactional
    PublicId find(PublicId feed) {
        return feeds.inForceAt(feed).orElseThrow(NotFound::new).publicId();
    }

    /**
     * The sessions of the feed's owner as iCalendar, 31 days back and 400 days ahead.
     *
     * @return empty if the password is wrong or ended, or its owner's account is disabled
     */
    @Transactional
    Optional<String> read(PublicId feed, String password) {
        return feeds.inForceAt(feed)
                .filter(found -> feeds.isPassword(feed, password))
                .filter(found -> !people.account(found.staffId()).isDisabled())
                .map(found -> read(found, UnaryOperator.identity()));
    }

    /**
     * The times of those sessions alone: the secret is in the address, which programs and proxies write down.
     *
     * @throws NotFound if the secret is wrong or ended, or its owner's account is disabled
     */
    @Transactional
    String times(String secret) {
        var feed = feeds.inForceWith(secret).orElseThrow(NotFound::new);
        if (people.account(feed.staffId()).isDisabled()) {
            throw new NotFound();
        }
        return read(feed, meeting -> meeting.timeOnly(Words.of("calendar.timeOnly")));
    }

    private String read(CalendarFeed feed, UnaryOperator<Meeting> shown) {
        var today = London.today(clock);
        var found = diary.ofPerson(feed.staffId(), today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)).stream()
                .filter(entry -> entry.state() != BookingState.NOBODY_CAME)
                .map(meetings::of)
                .map(shown)
                .toList();
        return Icalendar.feed("ThinkUKnow Sessions", found, clock.instant());
    }
}
