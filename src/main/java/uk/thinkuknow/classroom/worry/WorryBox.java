package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Lets the safeguarding lead and the deputy read and handle the worries of their schools; for everyone else, in any
 * role, they do not exist. Each reading goes into the audit: who and when, not what.
 */
@Singleton
class WorryBox {
    static final int NOTE_AT_MOST = 2000;
    static final int NAME_AT_MOST = 120;
    private static final Set<Worry.State> UNREAD = Set.of(Worry.State.NEW);
    private static final Set<Worry.State> NOBODYS = Set.of(Worry.State.READ);

    private final Worries worries;
    private final WorryKeys keys;
    private final StaffingService staffing;
    private final PeopleService people;
    private final Clock clock;

    WorryBox(Worries worries, WorryKeys keys, StaffingService staffing, PeopleService people, Clock clock) {
        this.worries = worries;
        this.keys = keys;
        this.staffing = staffing;
        this.people = people;
        this.clock = clock;
    }

    /** A worry in a list: the card that sent it, but not its words. */
    record Listed(Worry worry, @Nullable WorrySender sender) {}

    /**
     * A worry as its reader sees it; sender and words are null if they cannot be decrypted, and {@code unreadable} says
     * why.
     */
    record Opened(
            Worry worry,
            @Nullable WorrySender sender,
            @Nullable String words,
            List<Note> notes,
            List<PeopleService.RecordedAct> trail,
            String unreadable) {}

    /** A note on a worry, decrypted. */
    record Note(String by, Instant at, String text) {}

    /** Returns whether worries can be sent: there is a key to encrypt them with. */
    boolean isReady() {
        return keys.isReady();
    }

    /** Returns whether they lead more than one school, so that each worry must name its school. */
    @Transactional
    boolean leadsSeveral(StaffMember me) {
        return staffing.ledBy(me.id()).size() > 1;
    }

    /** The newest worry of a device, and the others in the same list. */
    record ListedDevice(Listed newest, List<Listed> others) {}

    /** The worries of their schools in these states, by device, the newest first; pages count from 0. */
    @Transactional
    List<ListedDevice> list(StaffMember me, Set<Worry.State> states, int page, int size) {
        var led = staffing.ledBy(me.id());
        return led.isEmpty()
                ? List.of()
                : worries.newestOfDevices(led, states, page, size).stream()
                        .map(worry -> new ListedDevice(
                                listed(worry),
                                worries.ofSameDevice(worry, states).stream()
                                        .map(this::listed)
                                        .toList()))
                        .toList();
    }

    /** The number of devices in a list. */
    @Transactional
    long countDevices(StaffMember me, Set<Worry.State> states) {
        return worries.countDevices(staffing.ledBy(me.id()), states);
    }

    @Transactional
    long count(StaffMember me, Set<Worry.State> states) {
        return worries.countOf(staffing.ledBy(me.id()), states);
    }

    /** The number of unread worries. */
    @Transactional
    long unread(StaffMember me) {
        return count(me, UNREAD);
    }

    /** The number of opened worries that nobody deals with. */
    @Transactional
    long unassigned(StaffMember me) {
        return count(me, NOBODYS);
    }

    /**
     * A worry without its words, for a lead who is about to open it.
     *
     * @throws NotFound if it is not of a school they lead
     */
    @Transactional
    Listed withoutWords(StaffMember me, PublicId id) {
        return listed(own(me, id));
    }

    /** Records that a worry is opened; if it was unread, the next alert comes a day later. */
    @Transactional
    void open(StaffMember me, PublicId id) {
        own(me, id).read(me.name(), clock.instant());
    }

    /**
     * The words of an opened worry; each reading goes into the audit.
     *
     * @throws Refused if it is not opened yet
     */
    @Transactional
    Opened read(StaffMember me, PublicId id) {
        var worry = own(me, id);
        if (worry.state() == Worry.State.NEW) {
            throw new Refused("worries.openFirst");
        }
        people.note(me.name(), Words.of("worries.actRead"), subject(id), "");
        try {
            var notes = worries.notesOf(worry.id()).stream()
                    .map(each -> new Note(each.by(), each.at(), keys.open(each.note(), WorryParts.note(id))))
                    .toList();
            return new Opened(
                    worry, sender(worry), keys.open(worry.words(), WorryParts.words(id)), notes, trail(id), "");
        } catch (WorryKeys.Unreadable e) {
            return new Opened(worry, null, null, List.of(), trail(id), e.why());
        }
    }

    /** Records that this person deals with a worry; the alerts end. */
    @Transactional
    void take(StaffMember me, PublicId id) {
        own(me, id).take(me.id(), me.name());
        people.note(me.name(), Words.of("worries.actTook"), subject(id), "");
    }

    /**
     * Stores a note on an opened worry.
     *
     * @throws Refused if the worry is unread or closed, or the note is empty or has more than 2,000 characters
     */
    @Transactional
    void note(StaffMember me, PublicId id, String text) {
        if (text.isBlank() || text.length() > NOTE_AT_MOST) {
            throw new Refused("worries.noteLength");
        }
        var worry = own(me, id);
        worry.requireReadAndOpen();
        worries.getEntityManager()
                .persist(new WorryNote(
                        worry.id(), me.name(), clock.instant(), keys.seal(text.strip(), WorryParts.note(id))));
        people.note(me.name(), Words.of("worries.actNoted"), subject(id), "");
    }

    @Transactional
    void recordSwappedCards(StaffMember me, PublicId id) {
        own(me, id).recordSwappedCards(me.name(), clock.instant());
        people.note(me.name(), Words.of("worries.actSwapped"), subject(id), "");
    }

    /**
     * Closes a worry.
     *
     * @throws Refused without the confirmation that it is in the school's own safeguarding record, and the name of who
     *     recorded it
     */
    @Transactional
    void close(StaffMember me, PublicId id, boolean recorded, String recorder) {
        if (!recorded || recorder.isBlank() || recorder.length() > NAME_AT_MOST) {
            throw new Refused("worries.sayRecorded");
        }
        own(me, id).close(me.name(), recorder.strip(), clock.instant());
        people.note(
                me.name(),
                Words.of("worries.actClosed"),
                subject(id),
                Words.of("worries.recordedBy", recorder.strip()));
    }

    /** Takes back the closing of a worry. */
    @Transactional
    void reopen(StaffMember me, PublicId id) {
        own(me, id).reopen(me.id(), me.name());
        people.note(me.name(), Words.of("worries.actReopened"), subject(id), "");
    }

    static String subject(PublicId id) {
        return "worry " + id;
    }

    private Worry own(StaffMember me, PublicId id) {
        var led = staffing.ledBy(me.id());
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return worries.locked(id, led).orElseThrow(NotFound::new);
    }

    private Listed listed(Worry worry) {
        try {
            return new Listed(worry, sender(worry));
        } catch (WorryKeys.Unreadable e) {
            return new Listed(worry, null);
        }
    }

    private WorrySender sender(Worry worry) {
        return WorrySender.read(keys.open(worry.sender(), WorryParts.sender(worry.publicId())));
    }

    private List<PeopleService.RecordedAct> trail(PublicId id) {
        return people.trailOf(subject(id));
    }
}
