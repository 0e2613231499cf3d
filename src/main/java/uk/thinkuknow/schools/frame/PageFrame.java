package uk.thinkuknow.schools.frame;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.schools.years.TermsLeft;

/**
 * Gives the name, role and menu of the signed-in person for the top of a staff page. Templates read
 * {@code {inject:pageFrame.current(nav)}}.
 */
@Singleton
@Named
public class PageFrame {
    private final PeopleService people;
    private final StaffSchools schoolsOfStaff;
    private final SchoolService schools;
    private final Menu menu;
    private final TermsLeft terms;

    PageFrame(PeopleService people, StaffSchools schoolsOfStaff, SchoolService schools, Menu menu, TermsLeft terms) {
        this.people = people;
        this.schoolsOfStaff = schoolsOfStaff;
        this.schools = schools;
        this.menu = menu;
        this.terms = terms;
    }

    /**
     * The top of a staff page: the name, the role ("Teacher, Oakfield Primary School"), whether the person has several
     * schools, and the menu.
     */
    public record Frame(String name, String part, boolean several, Menu.View menu) {}

    /** The top of a page that belongs to the menu entry with this key. */
    public Frame current(String nav) {
        var me = people.me();
        return new Frame(
                me.name(),
                part(me),
                me.schoolId() != null && schoolsOfStaff.hasSeveralSchools(me.id()),
                menu.of(me, nav));
    }

    /**
     * What every staff page says when the terms of a nation have run out.
     *
     * @param mayAdd whether the person can add the next school year
     */
    public record Warning(String words, boolean mayAdd) {}

    /** The warning for the signed-in person; null while their nation has terms. */
    public @Nullable Warning warning() {
        var ended = terms.ended();
        if (ended.isEmpty()) {
            return null;
        }
        var me = people.me();
        var school = me.schoolId();
        var mine = school == null
                ? ended
                : ended.stream()
                        .filter(each ->
                                each.nation().equals(schools.school(school).nation()))
                        .toList();
        return mine.isEmpty() ? null : new Warning(TermsLeft.inWords(mine), me.is(Role.ADMINISTRATOR));
    }

    private String part(StaffMember me) {
        var school = me.schoolId();
        if (me.is(Role.MANAGER)) {
            return at(Words.of("frame.manager"), me.scope().isProgramme() ? null : schools.nameOf(me.scope()));
        }
        var name = school == null ? null : schools.school(school).name();
        if (school != null && schoolsOfStaff.isAdministratorOf(me.id(), school)) {
            return at(Words.of("frame.schoolAdministrator"), name);
        }
        if (me.is(Role.DSL)) {
            return at(Words.of("frame.lead"), name);
        }
        if (me.is(Role.TEACHER)) {
            return at(Words.of("frame.teacher"), name);
        }
        return Stream.of(Role.TRAINER, Role.ADMINISTRATOR, Role.AUDITOR, Role.REVIEWER)
                .filter(me::is)
                .findFirst()
                .map(role -> TextFormat.capitalised(Words.of("staff.role." + role)))
                .orElse("");
    }

    private static String at(String role, @Nullable String place) {
        return place == null ? role : Words.of("frame.roleAt", role, place);
    }
}
