package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Holds the code to the picture of it in the README: who may use whom, and where things lie. */
class ArchitectureTest {
    private static final String ROOT = "uk.thinkuknow.";

    /** Each feature and the features it may use, in the order in which one reads them. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("shared", List.of()),
            Map.entry("facts", List.of("shared")),
            Map.entry("web", List.of("shared")),
            Map.entry("paper", List.of("shared", "web")),
            Map.entry("people", List.of("shared", "web")),
            Map.entry("retention", List.of("shared", "web", "people")),
            Map.entry("mail", List.of("shared", "web", "people")),
            Map.entry("webhook", List.of("shared", "web", "people")),
            Map.entry("school", List.of("shared", "web", "people")),
            Map.entry("roster", List.of("shared", "web", "paper", "people", "school")),
            Map.entry("staffing", List.of("shared", "web", "people", "school", "mail")),
            Map.entry("held", List.of("shared", "web", "people", "school", "staffing")),
            Map.entry("training", List.of("shared", "web", "people", "school")),
            Map.entry("welsh", List.of("shared", "facts", "web", "people")),
            Map.entry("help", List.of("shared", "facts", "web", "welsh")),
            Map.entry("curriculum", List.of("shared", "facts", "web", "paper", "people", "welsh", "help")),
            Map.entry("exchange", List.of("shared", "facts", "web", "paper", "curriculum")),
            Map.entry("session", List.of("shared", "facts", "web", "people", "school", "curriculum")),
            Map.entry(
                    "classroom",
                    List.of("shared", "web", "people", "school", "welsh", "help", "curriculum", "session")),
            Map.entry(
                    "attendance",
                    List.of(
                            "shared",
                            "web",
                            "mail",
                            "people",
                            "school",
                            "staffing",
                            "curriculum",
                            "session",
                            "classroom")),
            Map.entry(
                    "booking",
                    List.of(
                            "shared",
                            "web",
                            "mail",
                            "people",
                            "school",
                            "staffing",
                            "training",
                            "curriculum",
                            "session",
                            "attendance")),
            Map.entry(
                    "calendar",
                    List.of("shared", "web", "people", "school", "staffing", "mail", "training", "session", "booking")),
            Map.entry(
                    "professional",
                    List.of(
                            "shared",
                            "web",
                            "paper",
                            "people",
                            "mail",
                            "school",
                            "training",
                            "attendance",
                            "calendar")),
            Map.entry(
                    "followup",
                    List.of(
                            "shared",
                            "facts",
                            "web",
                            "mail",
                            "paper",
                            "people",
                            "school",
                            "roster",
                            "staffing",
                            "welsh",
                            "help",
                            "curriculum",
                            "session",
                            "classroom",
                            "attendance",
                            "booking")),
            Map.entry(
                    "worry",
                    List.of(
                            "shared",
                            "facts",
                            "web",
                            "mail",
                            "people",
                            "school",
                            "staffing",
                            "curriculum",
                            "session",
                            "classroom")),
            Map.entry("analysis", List.of("shared", "web", "people", "curriculum", "classroom")),
            Map.entry(
                    "studio",
                    List.of("shared", "web", "mail", "people", "curriculum", "exchange", "session", "classroom")),
            Map.entry(
                    "entry",
                    List.of("shared", "web", "people", "school", "staffing", "curriculum", "session", "attendance")),
            Map.entry("check", List.of("shared", "web", "mail", "people", "school", "staffing", "session")),
            Map.entry(
                    "programme",
                    List.of(
                            "shared",
                            "web",
                            "people",
                            "school",
                            "curriculum",
                            "session",
                            "attendance",
                            "booking",
                            "professional",
                            "check")),
            Map.entry("coverage", List.of("shared", "web", "people", "school", "training", "programme")),
            Map.entry("outcome", List.of("shared", "web", "people", "curriculum", "classroom")),
            Map.entry(
                    "brief",
                    List.of(
                            "shared",
                            "web",
                            "paper",
                            "people",
                            "webhook",
                            "school",
                            "professional",
                            "check",
                            "programme")),
            Map.entry("operation", List.of("shared", "facts", "web", "people")),
            Map.entry("directory", List.of("shared", "web", "people", "school", "booking", "programme")),
            Map.entry(
                    "demo",
                    List.of(
                            "shared",
                            "web",
                            "people",
                            "school",
                            "staffing",
                            "training",
                            "booking",
                            "professional",
                            "curriculum",
                            "session",
                            "classroom",
                            "attendance",
                            "worry",
                            "analysis",
                            "check",
                            "programme",
                            "outcome"))));

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("uk.thinkuknow");
    }

    @Test
    void eachFeatureUsesOnlyTheFeaturesItMay() {
        var broken = new TreeSet<String>();
        for (var type : ours) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var from = featureOf(type.getPackageName());
                var to = featureOf(dependency.getTargetClass().getPackageName());
                if (!to.isEmpty()
                        && !from.equals(to)
                        && !MAY_USE.getOrDefault(from, List.of()).contains(to)) {
                    broken.add(from + " must not use " + to + ": " + type.getSimpleName() + " uses "
                            + dependency.getTargetClass().getSimpleName());
                }
            }
        }
        assertEquals(new TreeSet<>(), broken);
    }

    @Test
    void featuresAreFlat() {
        var packages = new TreeSet<String>();
        ours.forEach(type -> packages.add(type.getPackageName()));
        packages.removeIf(name -> MAY_USE.containsKey(name.replace(ROOT, "")));
        assertEquals(new TreeSet<>(), packages);
    }

    @Test
    void entitiesRepositoriesAndResourcesStayInsideTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(ours);
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .check(ours);
    }

    @Test
    void resourcesLeaveTransactionsToTheService() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ours);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ours);
    }

    @Test
    void timeAndChanceComeFromOutside() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "shared.FromOutside")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .check(ours);
    }

    @Test
    void childrensPagesNeverTouchThePeopleWhoSignIn() {
        noClasses()
                .that()
                .resideInAPackage("..classroom..")
                .and()
                .haveSimpleNameStartingWith("Seat")
                .or()
                .haveSimpleNameStartingWith("Progress")
                .or()
                .haveSimpleNameStartingWith("Join")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..people..")
                .allowEmptyShould(true)
                .check(ours);
    }

    private static String featureOf(String packageName) {
        return packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : "";
    }
}
