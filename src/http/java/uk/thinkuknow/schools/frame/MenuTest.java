package uk.thinkuknow.schools.frame;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.web.BeanClasses;
import uk.thinkuknow.web.MenuEntry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the items of the menu for each role, and the pages of an item. */
@QuarkusTest
class MenuTest {
    private static final Pattern LINK = Pattern.compile("<li><a\\s+href=\"(/[^\"]*)\"");

    @Inject
    Menu menu;

    @Inject
    BeanManager beans;

    @Inject
    GivenSchool schools;

    @Inject
    PeopleService people;

    @ParameterizedTest
    @CsvSource(textBlock = """
        teacher,       Home /staff · Lessons /modules · Classes /classes · Sessions /sessions · People /people
        dsl,           Home /staff · Worries /worries · Sessions /bookings · School /people
        teacher dsl,   Home /staff · Worries /worries · Lessons /modules · Sessions /sessions · School /people
        trainer,       Home /staff · Lessons /modules · Sessions /bookings · Profile /availability
        reviewer,      Home /staff · Lessons /studio
        manager,       Home /staff · Reach /reach · Returns /missing-returns · Lessons /modules · Schools /schools
        administrator, Home /staff · Lessons /modules · Schools /schools · Accounts /accounts · System /system
        auditor,       Home /staff · Reach /reach · Training /training · Audit /audit
        nobody,        Home /staff · Find your school /claim
        """)
    void eachRoleHasAtMostFiveItems(String role, String items) {
        assertEquals(items, inWords(menu.of(person(role), "home").groups()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        teacher, bookings, Sessions /sessions · Bookings /bookings · Calendar /calendar
        teacher, catch-up, Classes /classes · Catch-up /catch-up
        dsl, training, People /people · Training /training
        teacher dsl, catch-up, People /people · Training /training · Classes /classes · Catch-up /catch-up
        manager, targets, Reach /reach · Targets /targets · Coverage /coverage · Outcomes /outcomes · Closed periods /periods · Worries /worry-counts · Audit /audit
        manager, figure-check, Missing returns /missing-returns · To confirm /returns-to-confirm · Random checks /figure-check
        manager, training, Schools /schools · Schools’ people /claims · Requests /bookings · Calendar /calendar · Training /training
        administrator, welsh, Lessons /modules · Studio /studio · Welsh /welsh · Withdrawn lessons /withdrawals
        administrator, audit, System /system · Safeguards /safeguards · Retention /retention · Letters /letters · Webhooks /webhooks · Public figures /public-figures · Audit /audit
        auditor, figure-check, Reach /reach · Targets /targets · Coverage /coverage · Outcomes /outcomes · Closed periods /periods · Random checks /figure-check
        """)
    void aPageShowsTheOtherPagesOfItsItem(String role, String key, String tabs) {
        var shown = menu.of(person(role), key);
        assertEquals(tabs, inWords(shown.tabs()));
        assertEquals(1, shown.tabs().stream().filter(Menu.MenuItem::current).count());
        assertEquals(1, shown.groups().stream().filter(Menu.MenuItem::current).count());
    }

    /** Links as a browser finds them, page by page; whose area is one region gets no page of the programme alone. */
    @ParameterizedTest
    @ValueSource(strings = {"teacher", "teacher dsl", "trainer", "reviewer", "manager", "administrator", "auditor"})
    void noLinkOfTheMenuLeadsToARefusal(String roles) {
        var taught = schools.withClassOf(3);
        var name = taught.teacher();
        if (!roles.startsWith("teacher")) {
            name = taught.school().publicId() + roles;
            people.join(name, "Somebody", null, taught.school().regionKey());
        }
        var someone = StaffBrowser.as(name + " " + roles);
        var found = new LinkedHashSet<>(List.of("/staff"));
        var open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            var path = open.remove();
            var page = someone.get(path);
            assertNotEquals(4, page.statusCode() / 100, path + " answers " + page.statusCode());
            LINK.matcher(page.asString().replaceFirst("(?s)<main.*", ""))
                    .results()
                    .map(link -> link.group(1))
                    .filter(found::add)
                    .forEach(open::add);
        }
        assertTrue(found.size() > 2, found::toString);
    }

    @Test
    void anItemOfOnePageShowsNoOthers() {
        assertTrue(menu.of(person("manager"), "home").tabs().isEmpty());
        assertTrue(menu.of(person("administrator"), "accounts").tabs().isEmpty());
    }

    @Test
    void aPageOutsideTheMenuMarksNoItem() {
        var shown = menu.of(person("teacher"), "my-schools");
        assertTrue(shown.groups().stream().noneMatch(Menu.MenuItem::current));
    }

    private static StaffMember person(String role) {
        return new StaffMember(-1, role, role, Set.of(role.split(" ")), 1L, Scope.PROGRAMME, null);
    }

    private static String inWords(List<Menu.MenuItem> items) {
        return items.stream().map(item -> item.words() + " " + item.href()).collect(Collectors.joining(" · "));
    }

    @Test
    void noTwoMenuEntriesHaveTheSamePlace() {
        var places = new HashSet<Integer>();
        BeanClasses.of(beans)
                .flatMap(type -> Stream.of(type.getAnnotationsByType(MenuEntry.class)))
                .forEach(entry -> assertTrue(places.add(entry.place()), entry.words() + " at " + entry.place()));
    }
}
