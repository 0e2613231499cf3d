package uk.thinkuknow;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.beans.XMLDecoder;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Checks in the compiled code that what is read cannot name the class that is made of it. */
class SafeReadersTest {
    @Test
    void nothingIsReadByJavasOwnSerialisation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ObjectInputStream.class, XMLDecoder.class)
                .check(ProductClasses.ALL);
    }

    @Test
    void jsonNamesNoClass() {
        noClasses()
                .should()
                .callMethodWhere(JavaCall.Predicates.target(
                        HasName.Predicates.nameMatching("(activate|enable|set)DefaultTyping\\w*")))
                .check(ProductClasses.ALL);
        var named = ProductClasses.ALL.stream()
                .flatMap(type -> Stream.<CanBeAnnotated>concat(Stream.of(type), type.getMembers().stream()))
                .filter(each -> each.isAnnotatedWith(JsonTypeInfo.class))
                .map(each -> use(each))
                .collect(Collectors.toSet());
        assertEquals(Set.of(JsonTypeInfo.Id.NAME), named);
    }

    private static JsonTypeInfo.Id use(CanBeAnnotated each) {
        return each instanceof JavaClass type
                ? type.getAnnotationOfType(JsonTypeInfo.class).use()
                : ((com.tngtech.archunit.core.domain.JavaMember) each)
                        .getAnnotationOfType(JsonTypeInfo.class)
                        .use();
    }

    /** Lessons are read as plain values; elsewhere Jackson reads YAML, and knows no tag that names a class. */
    @Test
    void yamlNamesNoClass() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Constructor.class)
                .check(ProductClasses.ALL);
        var made = ProductClasses.ALL.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Yaml.class))
                .map(call -> call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .findFirst()
                        .orElse("no constructor, so one that makes classes"))
                .toList();
        assertEquals(List.of("BaseConstructor"), made);
    }
}
