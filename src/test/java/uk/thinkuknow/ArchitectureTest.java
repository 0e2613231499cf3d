package uk.thinkuknow;

import jakarta.annotation.Priority;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.HomeContent;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.schools.members.OpenWork;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks the rules between packages: their order, which a list in this class gives, their size, and what each may not
 * use. Reports, for example, may not use children's answers.
 */
class ArchitectureTest {
    static final String ROOT = "uk.thinkuknow.";

    /**
     * Every package in order, without the root; a package may use only those before it. The first part of its name is
     * its wing.
     */
    static final List<String> ROOMS = List.of(
            "common",
            "common.facts",
            "web.internals",
            "web",
            "web.links",
            "web.uploads",
            "web.names",
            "web.pdf",
            "identity.staff",
            "identity.signin",
            "identity.audit",
            "operations.jobs",
            "operations.outbox",
            "operations.mail",
            "operations.webhook",
            "operations.retention",
            "operations.system",
            "counting",
            "counting.small",
            "schools.years",
            "schools.school",
            "schools.frame",
            "schools.classes",
            "schools.imports",
            "schools.members",
            "schools.accounts",
            "schools.people",
            "schools.calendars",
            "curriculum.welsh",
            "curriculum.help",
            "curriculum.lesson",
            "curriculum.drawings",
            "curriculum.files",
            "curriculum.library",
            "curriculum.pages",
            "exchange.content",
            "exchange.qti",
            "exchange.formats",
            "classroom.session",
            "classroom.player",
            "classroom.room",
            "classroom.join",
            "classroom.answers",
            "classroom.board",
            "classroom.worry",
            "studio.forms",
            "studio.drafts",
            "attendance.register",
            "attendance.plausibility",
            "attendance.returns",
            "attendance.paper",
            "attendance.confirmation",
            "attendance.check",
            "attendance.catchup",
            "attendance.chasing",
            "bookings.matching",
            "bookings.trainers",
            "bookings.request",
            "bookings.booking",
            "bookings.calendar",
            "bookings.pack",
            "courses.training",
            "courses.trained",
            "results.analysis",
            "results.outcome",
            "results.takehome",
            "reach.totals",
            "reach.evidence",
            "reach.targets",
            "reach.report",
            "reach.days",
            "reach.frozen",
            "reach.coverage",
            "reach.periods",
            "privacy.held",
            "demo");

    /** The largest number of files in a package, package-info included. */
    private static final int MOST_FILES = 40;

    @Test
    void aPackageUsesOnlyPackagesBeforeIt() {
        var broken = new TreeSet<String>();
        for (var type : ProductClasses.ALL) {
            var from = roomOf(type.getPackageName());
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var to = roomOf(dependency.getTargetClass().getPackageName());
                if (!from.isEmpty() && !to.isEmpty() && ROOMS.indexOf(to) > ROOMS.indexOf(from)) {
                    broken.add(from + " must not use " + to + ": " + type.getSimpleName() + " uses "
                            + dependency.getTargetClass().getSimpleName());
                }
            }
        }
        assertEquals(new TreeSet<>(), broken);
    }

    /** Without priorities, the order on the page would depend on the order in which the build reads the classes. */
    @Test
    void theImplementationsOfWhatTheHomePageShowsAndOfOpenWorkHaveDistinctPriorities() {
        for (var listed : List.of(HomeNotices.class, HomeContent.class, OpenWork.class)) {
            var places = new TreeMap<Integer, String>();
            for (var type : ProductClasses.ALL.get(listed).getAllSubclasses()) {
                var place = type.tryGetAnnotationOfType(Priority.class);
                assertTrue(place.isPresent(), type.getSimpleName() + " has no @Priority");
                var other = places.put(place.get().value(), type.getSimpleName());
                assertNull(other, type.getSimpleName() + " has the place of " + other);
            }
            assertTrue(places.size() > 1, listed.getSimpleName());
        }
    }

    @Test
    void theListHasEveryPackageAndNoOther() {
        var packages = new TreeSet<String>();
        ProductClasses.ALL.forEach(type -> packages.add(type.getPackageName()));
        packages.remove("uk.thinkuknow"); // Main alone
        assertEquals(new TreeSet<>(ROOMS.stream().map(ROOT::concat).toList()), packages);
    }

    @Test
    void theListHasThePackagesOfAWingTogether() {
        var wings = ROOMS.stream().map(room -> room.split("\\.")[0]).toList();
        var seen = new TreeSet<String>();
        for (int i = 0; i < wings.size(); i++) {
            if (i == 0 || !wings.get(i).equals(wings.get(i - 1))) {
                assertTrue(seen.add(wings.get(i)), wings.get(i) + " is in two places");
            }
        }
    }

    @Test
    void aPackageHasAtMostFortyFiles() throws IOException {
        var full = new TreeSet<String>();
        for (var room : ROOMS) {
            try (var files = Files.list(java.nio.file.Path.of("src/main/java/uk/thinkuknow", room.split("\\.")))) {
                long count =
                        files.filter(file -> file.toString().endsWith(".java")).count();
                if (count > MOST_FILES) {
                    full.add(room + ": " + count);
                }
            }
        }
        assertEquals(new TreeSet<>(), full);
    }

    @Test
    void countingUsesNoDatabaseAndNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "counting")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "java.sql..", "javax.sql..", "org.hibernate..", "io.quarkus..")
                .check(ProductClasses.ALL);
    }

    @Test
    void resourceClassesArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .check(ProductClasses.ALL);
    }

    @Test
    void onlyWebInternalsUsesFrameworkInternals() throws IOException {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "web.internals")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.netty..",
                        "io.quarkus.oidc.runtime..",
                        "io.quarkus.oidc.common.runtime..",
                        "io.quarkus.tls.runtime..",
                        "io.quarkus.vertx.http.runtime.security..",
                        "org.jboss.resteasy.reactive.server.core..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.vertx.http.runtime.VertxHttpRecorder")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.runtime.BlockingOperationControl")
                .check(ProductClasses.ALL);
        assertEquals(List.of("TokenRenewal.java"), filesWith("_grant_response"));
    }

    @Test
    void onlySeatRowsWritesTheSeatTable() throws IOException {
        assertEquals(
                List.of("SeatRows.java"),
                filesWith("(?i)\\b(insert\\s+into|update|delete(\\s+s)?\\s+from)\\s+seat\\b"));
    }

    @Test
    void entitiesAreUsedOnlyInTheirOwnWing() {
        var broken = new TreeSet<String>();
        for (var type : ProductClasses.ALL) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var entity = dependency.getTargetClass();
                if (entity.isAnnotatedWith(Entity.class)
                        && !wingOf(type.getPackageName()).equals(wingOf(entity.getPackageName()))) {
                    broken.add(type.getSimpleName() + " must not use the entity " + entity.getSimpleName());
                }
            }
        }
        assertEquals(new TreeSet<>(), broken);
    }

    @Test
    void noResourceClassOrMethodIsTransactional() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ProductClasses.ALL);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ProductClasses.ALL);
    }

    @Test
    void onlyClockAndRandomBeansReadsTheSystemClockOrCreatesARandom() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "common.ClockAndRandomBeans")
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
                .check(ProductClasses.ALL);
    }

    /** Keycloak, clamd, webhooks, the mail server, the own certificate and the own port; sockets for the driver; traces by settings alone. */
    @Test
    void onlyTheseClassesOpenConnections() throws IOException {
        assertEquals(
                List.of(
                        "ClamdClient.java",
                        "DatabaseSockets.java",
                        "DemoRehearsal.java",
                        "Keycloak.java",
                        "SmtpClient.java",
                        "TlsCertificate.java",
                        "WebhookHttpClient.java"),
                filesWith(
                                "new [\\w.]*Socket\\(|createSocket\\(|SocketChannel|java\\.net\\.http|WebClient\\.|HttpClient\\(|NetClient"
                                        + "|openStream\\(|openConnection\\(|getTransport\\(|ProcessBuilder|RestClient|LdapContext")
                        .stream()
                        .sorted()
                        .toList());
    }

    /**
     * Hibernate leaves the statement of a stream open. If the transaction is then rolled back, the pool cancels it, for
     * which MariaDB's driver opens another connection by TLS: dearer than most pages.
     */
    @Test
    void nothingReadsRowsAsAStreamOfHibernate() throws IOException {
        assertEquals(List.of(), filesWith("getResultStream"));
    }

    @Test
    void packagesOfChildrensPagesDoNotUseIdentity() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "classroom.player",
                        ROOT + "classroom.room",
                        ROOT + "classroom.join",
                        ROOT + "classroom.answers")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "identity..")
                .check(ProductClasses.ALL);
    }

    @Test
    void countingAndReachDoNotUsePackagesWithChildrensAnswers() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "counting", ROOT + "reach..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "classroom.player",
                        ROOT + "classroom.room",
                        ROOT + "classroom.join",
                        ROOT + "classroom.answers")
                .check(ProductClasses.ALL);
    }

    /** The main source files whose text matches a pattern. */
    private static List<String> filesWith(String pattern) throws IOException {
        var sought = Pattern.compile(pattern);
        try (var files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            var found = new ArrayList<String>();
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (sought.matcher(Files.readString(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
            return found;
        }
    }

    static String wingOf(String packageName) {
        return roomOf(packageName).split("\\.")[0];
    }

    static String roomOf(String packageName) {
        return packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : "";
    }
}
