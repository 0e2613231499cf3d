package uk.thinkuknow.schools.frame;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
class Menu {
    private final List<Entry> entries;
    private final List<MenuCount> counts;

    /**
     * A link of the menu.
     *
     * @param current whether the page that is shown is behind it
     */
    record MenuItem(String href, String words, boolean current) {}

    /**
     * The menu as one page shows it.
     *
     * @param groups an item for each kind of work the person does
     * @param tabs the pages of the current item; empty if it has one only
     */
    record View(List<MenuItem> groups, List<MenuItem> tabs) {}

    private record Entry(String path, MenuEntry is) {
        String key() {
            return is.key().isEmpty() ? path.substring(1) : is.key();
        }

        boolean isFor(StaffMember me, boolean onlyHome) {
            return (is.roles().length == 0 || Stream.of(is.roles()).anyMatch(me::is))
                    && Stream.of(is.except()).noneMatch(me::is)
                    && switch (is.when()) {
                        case ALWAYS -> true;
                        case READS_PROGRAMME -> me.reads().isProgramme();
                        case TEACHES -> me.is(Role.TEACHER);
                        case WITH_A_SCHOOL -> me.schoolId() != null;
                        case MENU_IS_EMPTY -> onlyHome;
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

    /** The menu on a page that belongs to the entry with this key. */
    View of(StaffMember me, String key) {
        var groups = new EnumMap<MenuEntry.Item, List<Entry>>(MenuEntry.Item.class);
        for (var entry : entries) {
            if (entry.isFor(me, groups.size() == 1)) {
                groups.computeIfAbsent(entry.is().item(), group -> new ArrayList<>())
                        .add(entry);
            }
        }
        var items = new ArrayList<MenuItem>();
        var tabs = new ArrayList<MenuItem>();
        groups.forEach((group, pages) -> {
            var first = pages.getFirst();
            boolean current = pages.stream().anyMatch(each -> each.key().equals(key));
            if (pages.size() == 1) {
                items.add(item(first, me, current));
                return;
            }
            var waiting = pages.stream().mapToLong(each -> waiting(each, me)).sum();
            items.add(new MenuItem(first.path(), words(group.words(), waiting), current));
            if (current) {
                pages.forEach(each -> tabs.add(item(each, me, each.key().equals(key))));
            }
        });
        return new View(items, tabs);
    }

    private MenuItem item(Entry entry, StaffMember me, boolean current) {
        return new MenuItem(entry.path(), words(entry.is().words(), waiting(entry, me)), current);
    }

    private long waiting(Entry entry, StaffMember me) {
        return counts.stream()
                .filter(each -> each.key().equals(entry.key()))
                .mapToLong(each -> each.count(me))
                .sum();
    }

    /** "Worries (2)" if two are pending. */
    private static String words(String key, long waiting) {
        return waiting == 0 ? Words.of(key) : Words.of("menu.waiting", Words.of(key), waiting);
    }
}
