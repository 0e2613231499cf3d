package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Generates {@code docs/architecture/events.md} from the code; if the page was out of date, it is written and the test
 * fails.
 */
class EventsPageTest {
    private static final Path PAGE = Path.of("docs/architecture/events.md");
    private static final String ROOT = "uk.thinkuknow.";
    private static final String TOP = """
            # Events

            What happens in each room, and who listens. `EventsPageTest` makes this page from the code; the sentence under an event is the
            first of its Javadoc.

            - *At once*: the listener runs inside the call that fires the event, in its transaction where there is one. If it fails, everything is
              rolled back.
            - *After the commit*: the listener runs once the transaction is committed. If it fails, the committed rows stay.

            A table is in the order in which listeners run: first at once, then after the transaction, each by priority (low numbers first).
            Where no priority is shown, no order is promised.
            """;

    /** A method that observes an event, with its phase and priority. */
    private record Listener(JavaClass event, TransactionPhase phase, int priority, String room, String method) {
        private static final Comparator<Listener> ORDER = Comparator.comparing(Listener::phase)
                .thenComparing(Listener::priority)
                .thenComparing(Listener::room)
                .thenComparing(Listener::method);

        static Stream<Listener> of(JavaParameter heard) {
            var method = heard.getOwner();
            return heard.tryGetAnnotationOfType(Observes.class).stream()
                    .map(observes -> new Listener(
                            heard.getRawType(),
                            observes.during(),
                            priority(heard),
                            roomOf(method.getOwner()),
                            place(method)));
        }

        private static int priority(JavaParameter heard) {
            return heard.tryGetAnnotationOfType(Priority.class)
                    .map(Priority::value)
                    .orElse(ObserverMethod.DEFAULT_PRIORITY);
        }

        String row() {
            var when = switch (phase) {
                case IN_PROGRESS, BEFORE_COMPLETION -> "at once";
                case AFTER_SUCCESS -> "after the commit";
                case AFTER_FAILURE -> "after a rollback";
                case AFTER_COMPLETION -> "after the commit or a rollback";
            };
            var order = priority == ObserverMethod.DEFAULT_PRIORITY ? "" : ", priority " + priority;
            return "| `%s` | %s | %s%s |\n".formatted(method, room, when, order);
        }
    }

    @Test
    void thePageOfEventsIsUpToDate() throws IOException {
        var wanted = page();
        var there = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, wanted);
        assertEquals(wanted, there, PAGE + " was out of date and has been written: read it and commit it");
    }

    private static String page() throws IOException {
        var listeners = ProductClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.getParameters().stream())
                .flatMap(Listener::of)
                .collect(Collectors.groupingBy(Listener::event));
        var rooms = new TreeMap<String, TreeMap<String, JavaClass>>();
        Stream.concat(listeners.keySet().stream(), fired())
                .filter(event -> event.getName().startsWith(ROOT))
                .forEach(event -> rooms.computeIfAbsent(roomOf(event), room -> new TreeMap<>())
                        .put(nameOf(event), event));
        var text = new StringBuilder(TOP);
        for (var room : rooms.entrySet()) {
            text.append("\n## ").append(room.getKey()).append('\n');
            for (var event : room.getValue().values()) {
                text.append(section(event, listeners.getOrDefault(event, List.of())));
            }
        }
        return text.toString();
    }

    private static String section(JavaClass event, List<Listener> listeners) throws IOException {
        var rows = listeners.stream().sorted(Listener.ORDER).map(Listener::row).collect(Collectors.joining());
        return "\n### %s\n\n%s\n\nFired by %s.\n\n%s"
                .formatted(
                        nameOf(event),
                        sentence(event),
                        firedBy(event),
                        rows.isEmpty() ? "Nobody listens.\n" : "| listener | room | when |\n|---|---|---|\n" + rows);
    }

    private static Stream<JavaClass> fired() {
        return ProductClasses.ALL.stream()
                .flatMap(type -> type.getFields().stream())
                .flatMap(field -> eventOf(field).stream());
    }

    /** The event type of a field of type {@code Event<T>}. */
    private static Optional<JavaClass> eventOf(JavaField field) {
        return field.getRawType().isEquivalentTo(Event.class) && field.getType() instanceof JavaParameterizedType type
                ? Optional.of(type.getActualTypeArguments().getFirst().toErasure())
                : Optional.empty();
    }

    private static String firedBy(JavaClass event) {
        return ProductClasses.ALL.stream()
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTarget()
                        .resolveMember()
                        .flatMap(EventsPageTest::eventOf)
                        .filter(fired -> fired.equals(event)
                                || fired.isEquivalentTo(Object.class) && isMadeIn(access.getOrigin(), event))
                        .isPresent())
                .map(JavaAccess::getOrigin)
                .filter(JavaMethod.class::isInstance)
                .filter(EventsPageTest::fires)
                .map(method -> "`%s`".formatted(place(method)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Other methods only pass the event on. */
    private static boolean fires(JavaCodeUnit code) {
        return code.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Event.class)
                        && call.getName().equals("fire"));
    }

    /** An {@code Event<Object>} fires the events that the same method constructs. */
    private static boolean isMadeIn(JavaCodeUnit code, JavaClass event) {
        return code.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().equals(event));
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    private static String nameOf(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String place(JavaCodeUnit code) {
        return nameOf(code.getOwner()) + "." + code.getName();
    }

    /** The first sentence of a type's Javadoc. */
    private static String sentence(JavaClass type) throws IOException {
        var file = Path.of(
                "src/main/java", type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
        var source = Files.readString(file);
        var declared = Pattern.compile("\\*/[^*;{}]*\\b(record|class|interface|enum) " + type.getSimpleName() + "\\b")
                .matcher(source);
        assertTrue(declared.find(), type.getName() + " needs a Javadoc sentence");
        return source.substring(source.lastIndexOf("/**", declared.start()) + 3, declared.start())
                .replaceAll("\\s*\n\\s*\\*? ?", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replaceFirst(" @(param|see).*", "")
                .strip()
                .replaceFirst("(?<=\\.) .*", "");
    }
}
