package uk.thinkuknow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records which package reads or writes which table at run time, and which of these uses break the rules of table
 * owners.
 *
 * <p>The package is that of the product class that sent the statement. Statements of tests are ignored, and so is what
 * Hibernate loads or flushes of entities in the sender's own wing, which the import rules cover.
 */
final class StatementRecorder {
    /** A line for each package, table and access of this JVM's tests; a forbidden access says why. */
    static final Path FILE = Path.of("target/tables-" + ProcessHandle.current().pid() + ".txt");

    static final String FORBIDDEN = " FORBIDDEN ";

    /** Classes that run statements of other packages. */
    private static final Set<String> RUNNERS = Set.of(
            "uk.thinkuknow.Main",
            "uk.thinkuknow.RecordingDriver",
            "uk.thinkuknow.StatementRecorder",
            "uk.thinkuknow.common.RetryOnConflict",
            "uk.thinkuknow.common.Sql",
            "uk.thinkuknow.schools.imports.ImportConnection");

    /** Sends the entries of tables that other packages own. */
    private static final String OUTBOX = "uk.thinkuknow.operations.outbox.";

    /** Erases a member of staff from every column that data.yaml names. */
    private static final String ERASURE = "StaffErasure";

    private static final Path CLASSES = Path.of("target/classes");
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final Map<String, String> ROOMS = new ConcurrentHashMap<>();
    private static final Set<List<String>> SEEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    static {
        // the product starts several times in a run, each time in a class loader of its own
        if (System.setProperty(StatementRecorder.class.getName(), "began") == null) {
            FILE.toFile().deleteOnExit();
        }
    }

    private StatementRecorder() {}

    /** The class that sent a statement, its package, and whether Hibernate sent it for entities. */
    private record Sender(String type, String room, boolean throughEntities) {}

    static void record(String sql) {
        var sender = STACK.walk(frames -> senderOf(frames.iterator()));
        if (sender != null && !sender.type().equals(ERASURE) && SEEN.add(List.of(sender.type(), sql))) {
            TableUse.in(sql).values().forEach(use -> write(sender, use));
        }
    }

    private static @Nullable Sender senderOf(Iterator<StackFrame> frames) {
        boolean hibernate = false;
        boolean ofNative = false;
        while (frames.hasNext()) {
            var type = frames.next().getClassName();
            if (type.startsWith("org.hibernate.")) {
                hibernate = true;
                ofNative |= type.startsWith("org.hibernate.query.sql.");
                if (type.equals("org.hibernate.engine.spi.ActionQueue")) {
                    return null; // a flush: the entity's own room changed it
                }
            } else if (type.startsWith(OUTBOX)) {
                return null;
            } else if (type.startsWith(ArchitectureTest.ROOT)
                    && RUNNERS.stream().noneMatch(type::startsWith)) {
                var room = ROOMS.computeIfAbsent(type, StatementRecorder::roomOf);
                return room.isEmpty() ? null : new Sender(simple(type), room, hibernate && !ofNative);
            }
        }
        return null;
    }

    /** The package of a product class, without the root; empty for a test class. */
    private static String roomOf(String type) {
        var plain = type.replaceFirst("[$_].*", "");
        return Files.exists(CLASSES.resolve(plain.replace('.', '/') + ".class"))
                ? plain.substring(ArchitectureTest.ROOT.length(), plain.lastIndexOf('.'))
                : "";
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replaceFirst("[$_].*", "");
    }

    private static void write(Sender sender, TableUse use) {
        if (sender.throughEntities()
                && ArchitectureTest.wingOf(ArchitectureTest.ROOT + sender.room())
                        .equals(ArchitectureTest.wingOf(ArchitectureTest.ROOT + use.owner()))) {
            return;
        }
        var why = use.refusal(sender.room());
        var line = sender.room()
                + (use.writes() ? " writes " : " reads ")
                + use.name()
                + (why == null || TableRuleExceptions.allowAtRunTime(sender.room(), use)
                        ? ""
                        : FORBIDDEN + why + ": " + sender.type());
        if (WRITTEN.add(line)) {
            try {
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
