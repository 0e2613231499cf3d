package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that pages and answers are made of records of their own: a template, or what turns an answer into JSON,
 * reaches no row of the database with all its columns.
 */
class ShownDataTest {
    /** Each type that a page or an answer reaches, and from which. */
    private final Map<JavaClass, String> reached = new HashMap<>();

    private final ArrayDeque<JavaClass> next = new ArrayDeque<>();

    @Test
    void noPageOrAnswerReachesARowOfTheDatabase() {
        ProductClasses.ALL.stream()
                .filter(type -> type.isAssignableTo(TemplateInstance.class) || type.isAnnotatedWith(Named.class))
                .forEach(page -> reach("", page));
        ProductClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(ShownDataTest::answers)
                .forEach(method -> reach(method.getFullName(), method.getReturnType()));
        while (!next.isEmpty()) {
            var type = next.poll();
            type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> type.isRecord() || !field.getModifiers().contains(JavaModifier.PRIVATE))
                    .forEach(field -> reach(type.getName(), field.getType()));
            type.getMethods().stream()
                    .filter(method -> method.getRawParameterTypes().isEmpty()
                            && !method.getModifiers().contains(JavaModifier.STATIC)
                            && !method.getModifiers().contains(JavaModifier.PRIVATE))
                    .forEach(method -> reach(method.getFullName(), method.getReturnType()));
        }
        var rows = new TreeSet<String>();
        reached.forEach((type, from) -> {
            if (type.isAnnotatedWith(Entity.class)) {
                rows.add(type.getSimpleName() + " from " + from);
            }
        });
        assertTrue(reached.size() > 500, "" + reached.size());
        assertEquals(new TreeSet<>(), rows);
    }

    private static boolean answers(JavaMethod method) {
        return method.isAnnotatedWith(TemplateExtension.class)
                || method.getOwner().isAnnotatedWith(TemplateExtension.class)
                || method.getOwner().isAnnotatedWith(Path.class)
                        && method.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private void reach(String from, JavaType type) {
        Stream.concat(Stream.of(type.toErasure()), type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(each -> each.getPackageName().startsWith("uk.thinkuknow"))
                .filter(each -> reached.putIfAbsent(each, from) == null)
                .forEach(each -> {
                    next.add(each);
                    List.copyOf(each.getSubclasses()).forEach(sub -> reach(from, sub));
                });
    }
}
