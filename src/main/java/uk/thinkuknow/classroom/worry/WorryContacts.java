package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Reads and changes a school's contact, the person who is emailed about worries that nobody opens. The safeguarding
 * lead, the deputy and the school's administrators may choose the contact.
 */
@Singleton
class WorryContacts {
    private static final int NAME_AT_MOST = 120;

    private final WorryReaders receivers;
    private final StaffingService staffing;
    private final SchoolService schools;
    private final PeopleService people;
    private final Clock clock;

    WorryContacts(
            WorryReaders receivers,
            StaffingService staffing,
            SchoolService schools,
            PeopleService people,
            Clock clock) {
        this.receivers = receivers;
        this.staffing = staffing;
        this.schools = schools;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The contact of the reader's school.
     *
     * @param keeps whether the reader may change it
     */
    record Sheet(String school, boolean keeps, String name, String email) {}

    @Transactional
    Sheet of(StaffMember me) {
        var school = schools.school(me.school());
        var contact = receivers.contactOf(school.id());
        return new Sheet(
                school.name(),
                keeps(me, school.id()),
                contact.map(WorryReaders.Contact::name).orElse(""),
                contact.map(WorryReaders.Contact::email).orElse(""));
    }

    /**
     * Chooses the contact; an empty address removes it.
     *
     * @throws Refused if they may not choose, or the name or address is not valid
     */
    @Transactional
    void choose(StaffMember me, String name, String email) {
        var school = schools.school(me.school());
        if (!keeps(me, school.id())) {
            throw new Refused("worries.mayNotChoose");
        }
        if (!email.isEmpty() && (name.isEmpty() || name.length() > NAME_AT_MOST || !Letter.isAddress(email))) {
            throw new Refused("worries.giveContact");
        }
        var was = receivers
                .contactOf(school.id())
                .map(WorryReaders.Contact::name)
                .orElseGet(() -> Words.of("worries.nobody"));
        receivers.choose(school.id(), name, email, me.name(), clock.instant());
        people.noteChange(
                me.name(),
                Words.of("worries.actChose"),
                "school " + school.publicId(),
                was,
                email.isEmpty() ? Words.of("worries.nobody") : name);
    }

    private boolean keeps(StaffMember me, long schoolId) {
        return staffing.isAdministratorOf(me.id(), schoolId)
                || staffing.ledBy(me.id()).contains(schoolId);
    }
}
