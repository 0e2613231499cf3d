package uk.thinkuknow.schools.frame;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.BeanClasses;
import uk.thinkuknow.web.MenuEntry;

/**
 * Builds the menu of staff pages for a person, from the {@link MenuEntry} annotations on resources, with counts of
 * pending items.
 */
@Singleton
public class Menu {
    /** A menu of this many entries takes the full width of the window. */
    static final int LONG = 12;

    /** The order of roles that decides the start page of a person with several. */
    private static final List<String> STARTS =
            List.of(Role.DSL, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR, Role.REVIEWER, Role.AUDITOR);

    private final List<Entry> entries;
    private final List<MenuCount> counts;

    /** An entry of the menu; a page gives its key to mark it as current. */
    record MenuItem(String key, String href, String words) {}

    private record Entry(String path, MenuEntry is) {
        String key() {
            return is.key().isEmpty() ? path.substring(1) : is.key();
        }

        boolean isFor(StaffMember me, int linesBefore) {
            return (is.roles().length == 0 || Stream.of(is.roles()).anyMatch(me::is))
                    && Stream.of(is.except()).noneMatch(me::is)
                    && switch (is.when()) {
                        case ALWAYS -> true;
                        case WITH_A_SCHOOL -> me.schoolId() != null;
                        case MENU_IS_EMPTY -> linesBefore == 0;
                        case MENU_IS_SHORT -> linesBefore < LONG;
                    };
        }
    }

    Menu(BeanManager beans, @All List<MenuCount> counts) {
        this.counts = counts;
        entries = BeanClasses.of(beans)
                .flatMap(type -> Stream.of(type.getAnnotationsByType(MenuEntry.class))
                        .map(each -> new Entry(type.getAnnotation(Path.class).value(), each)))
                .sorted(Comparator.comparingInt(each -> each.is().place()))
                .toList();
    }

    List<MenuItem> of(StaffMember me) {
        var menu = new ArrayList<MenuItem>();
        for (var entry : entries) {
            if (entry.isFor(me, menu.size())) {
                menu.add(new MenuItem(
                        entry.key(), entry.path(), Words.of(entry.is().words()) + waiting(entry.key(), me)));
            }
        }
        return menu;
    }

    /** The start page of a person who is not a teacher. */
    public String startOf(StaffMember me) {
        var role = STARTS.stream().filter(me::is).findFirst();
        return entries.stream()
                .filter(each ->
                        role.map(each.is().startOf()::equals).orElse(each.is().when() == MenuEntry.When.MENU_IS_EMPTY))
                .findFirst()
                .orElseThrow()
                .path();
    }

    /** " (2)" if two items are pending; empty for none. */
    private String waiting(String key, StaffMember me) {
        long count = counts.stream()
                .filter(each -> each.key().equals(key))
                .mapToLong(each -> each.count(me))
                .sum();
        return count == 0 ? "" : " (" + count + ")";
    }
}
