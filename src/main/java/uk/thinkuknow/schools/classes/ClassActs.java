package uk.thinkuknow.schools.classes;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/** What staff do to the cards and groups of a class, each act noted with who did it. */
@Singleton
class ClassActs {
    private final SchoolService schools;
    private final PeopleService people;

    ClassActs(SchoolService schools, PeopleService people) {
        this.schools = schools;
        this.people = people;
    }

    @Transactional
    int addCard(StaffMember me, PublicId id) {
        int number = schools.addCard(me.school(), id);
        note(me, "added a card", id, "Card " + number);
        return number;
    }

    @Transactional
    void retire(StaffMember me, PublicId id, int number) {
        schools.retireCard(me.school(), id, number);
        note(me, "took a card out of use", id, "Card " + number);
    }

    @Transactional
    void putBack(StaffMember me, PublicId id, int number) {
        schools.unretireCard(me.school(), id, number);
        note(me, "put a card back into use", id, "Card " + number);
    }

    @Transactional
    void addGroup(StaffMember me, PublicId id, String name, CardSet cards) {
        schools.addGroup(me.school(), id, name, cards);
        note(me, "made a group", id, name.strip() + ": cards " + ClassPages.inWords(cards.numbers()));
    }

    private void note(StaffMember me, String act, PublicId id, String detail) {
        people.note(me.name(), act, "class " + id, detail);
    }
}
