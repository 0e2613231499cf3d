package uk.thinkuknow.bookings.calendar;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import uk.thinkuknow.bookings.booking.BookingDiary;
import uk.thinkuknow.bookings.booking.BookingState;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.MembershipEnded;

/** Creates, ends and reads private calendar feeds: one for each person at a time. */
@Singleton
class FeedService {
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

    /** The address of a user's feed, and when it was made. */
    record FeedAddress(String url, String since) {}

    @Transactional
    Optional<FeedAddress> of(StaffMember me) {
        return feeds.inForceOf(me.id())
                .map(feed -> new FeedAddress(
                        meetings.page("/calendar/feeds/" + feeds.secretOf(feed.publicId()) + ".ics"),
                        London.inWords(feed.madeAt())));
    }

    /** Creates a new address; the user's earlier one stops working. */
    @Transactional
    void renew(StaffMember me) {
        end(me.id());
        feeds.begin(me.id(), clock.instant());
        people.note(me.name(), Words.of("calendar.madeFeed"), "staff " + me.username(), "");
    }

    /** Ends the user's address; does nothing if there is none. */
    @Transactional
    void end(StaffMember me) {
        if (end(me.id())) {
            people.note(me.name(), Words.of("calendar.endedFeed"), "staff " + me.username(), "");
        }
    }

    void hear(@Observes MembershipEnded left) {
        end(left.staffId());
    }

    private boolean end(long staffId) {
        var feed = feeds.lockedOf(staffId);
        feed.ifPresent(known -> known.end(clock.instant()));
        feeds.flush(); // frees the unique key on the person before a new address is inserted
        return feed.isPresent();
    }

    /**
     * The sessions of the feed's owner as iCalendar, 31 days back and 400 days ahead.
     *
     * @throws NotFound if the secret is wrong or ended, or its owner's account is disabled
     */
    @Transactional
    String read(String secret) {
        var feed = feeds.inForceWith(secret).orElseThrow(NotFound::new);
        if (people.account(feed.staffId()).isDisabled()) {
            throw new NotFound();
        }
        var today = London.today(clock);
        var found = diary.ofPerson(feed.staffId(), today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)).stream()
                .filter(entry -> entry.state() != BookingState.NOBODY_CAME)
                .map(meetings::of)
                .toList();
        return Icalendar.feed("ThinkUKnow Sessions", found, clock.instant());
    }
}
