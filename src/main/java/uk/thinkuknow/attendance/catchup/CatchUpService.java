package uk.thinkuknow.attendance.catchup;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.schools.school.SchoolService;

/** Finds the cards that missed a lesson their class has had, and makes the card group for their catch-up session. */
@Singleton
public class CatchUpService {
    private final Completions completions;
    private final SchoolService schools;
    private final Clock clock;

    CatchUpService(Completions completions, SchoolService schools, Clock clock) {
        this.completions = completions;
        this.schools = schools;
        this.clock = clock;
    }

    /** Returns how much each class of the user's school has had of each lesson that it has had this year. */
    @Transactional
    List<Completion> of(StaffMember me) {
        return completions.of(me.school());
    }

    /**
     * Returns one class with each lesson that it has had this year.
     *
     * @throws NotFound if the class belongs to another school
     */
    @Transactional
    OfClass ofClass(StaffMember me, PublicId id) {
        var schoolClass = schools.classOf(me.school(), id);
        return new OfClass(schoolClass, List.copyOf(completions.of(schoolClass).values()));
    }

    /** A class with its lessons of the year. */
    record OfClass(ClassFacts schoolClass, List<Completion> lessons) {}

    /**
     * Makes a group of the cards that missed a lesson, so that a session can be held for them alone. The group must
     * exist before that session starts (counting rule 4). A group made today for the same cards is used again.
     *
     * @return the public id of the group
     * @throws Refused if no card missed the lesson, or only heads were counted
     * @throws NotFound if the class belongs to another school, or has not had the lesson
     */
    @Transactional
    PublicId groupOfMissing(StaffMember me, PublicId classId, String moduleKey) {
        schools.hold(me.school(), List.of(classId));
        var schoolClass = schools.classOf(me.school(), classId);
        var completion = completions.of(schoolClass).get(moduleKey);
        if (completion == null) {
            throw new NotFound();
        }
        var missing = completion.missing(completions.today());
        if (missing.isEmpty()) {
            throw new Refused("catchup.everyoneHadIt", schoolClass.name());
        }
        if (completion.isByHeads()) {
            throw new Refused("catchup.onlyHeads", schoolClass.name());
        }
        return schoolClass.groupsOn(London.today(clock)).stream()
                .filter(group -> group.catchUpOn() != null && group.cards().equals(missing))
                .map(group -> group.publicId())
                .findFirst()
                .orElseGet(() ->
                        schools.addCatchUp(me.school(), classId, freeName(schoolClass, completion.title()), missing));
    }

    /**
     * Returns a free name, such as "Catch-up of 26 November: Who is really there"; a second group of that day gets a
     * number.
     */
    private String freeName(ClassFacts schoolClass, String lesson) {
        var name = Words.of("catchup.groupName", TextFormat.dayAndMonth(London.today(clock)), lesson);
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? "" : ", " + i)
                .map(more -> cut(name, ClassService.NAME_AT_MOST - more.length()) + more)
                .filter(free -> schoolClass.groups().stream()
                        .noneMatch(group -> group.name().equalsIgnoreCase(free)))
                .findFirst()
                .orElseThrow();
    }

    private static String cut(String words, int atMost) {
        return words.length() <= atMost ? words : words.substring(0, atMost - 1) + "…";
    }
}
