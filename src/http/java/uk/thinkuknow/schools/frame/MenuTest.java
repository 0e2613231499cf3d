package uk.thinkuknow.schools.frame;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.BeanClasses;
import uk.thinkuknow.web.MenuEntry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that each role sees its menu entries in order, and with which page each role except teachers starts. */
@QuarkusTest
class MenuTest {
    @Inject
    Menu menu;

    @Inject
    BeanManager beans;

    @ParameterizedTest
    @CsvSource(textBlock = """
        teacher, /staff, /staff /bookings /calendar /sessions /classes /catch-up /people /modules /how-we-count
        dsl, /worries, /worries /people /bookings /calendar /training /how-we-count
        trainer, /bookings, /bookings /calendar /availability /training /modules /studio /how-we-count
        reviewer, /studio, /withdrawals /studio /how-we-count
        manager, /reach, /bookings /calendar /reach /coverage /outcomes /missing-returns /targets /worry-counts /schools /training /claims /audit /modules /withdrawals /studio
        administrator, /safeguards, /schools /claims /accounts /safeguards /retention /welsh /letters /webhooks /public-figures /years /system /audit /modules /withdrawals /studio
        auditor, /audit, /training /reach /targets /coverage /outcomes /periods /audit /how-we-count
        nobody, /claim, /claim /how-we-count
        """)
    void eachRoleHasItsMenuAndAllButTeachersTheirStartPage(String role, String start, String paths) {
        var me = new StaffMember(-1, role, role, Set.of(role), 1L, Scope.PROGRAMME, null);
        assertEquals(paths, menu.of(me).stream().map(Menu.MenuItem::href).collect(Collectors.joining(" ")));
        assertTrue(role.equals("teacher") || start.equals(menu.startOf(me)));
    }

    @Test
    void noTwoMenuEntriesHaveTheSamePlace() {
        var places = new HashSet<Integer>();
        BeanClasses.of(beans)
                .flatMap(type -> Stream.of(type.getAnnotationsByType(MenuEntry.class)))
                .forEach(entry -> assertTrue(places.add(entry.place()), entry.words() + " at " + entry.place()));
    }
}
