package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Stores and returns the source files of lessons, each once under its SHA-256, and the list of files that each version
 * was published from.
 */
@Singleton
public class LessonFiles {
    /**
     * In bytes; what one person may store within 24 hours: six of the largest imports, so nobody who writes lessons
     * comes near it, and one person needs months to fill a disk.
     */
    private static final int A_DAY_AT_MOST = 300 * 1024 * 1024;

    private final EntityManager database;
    private final Clock clock;

    LessonFiles(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores a file as {@link #keep(StaffMember, Map)} does, and returns its hash. */
    @Transactional
    public String keep(StaffMember by, byte[] content) {
        return keep(by, Map.of(LessonFolder.MODULE, LessonFile.of(content)))
                .values()
                .iterator()
                .next();
    }

    /**
     * Stores files, except those that are stored already, and returns their hashes by name. Requests of one person at
     * the same moment do not see each other, and may together exceed the limit.
     *
     * @throws Refused if this person would have stored too much within 24 hours; then nothing is stored
     */
    @Transactional
    public Map<String, String> keep(StaffMember by, Map<String, LessonFile> files) {
        var hashes = new HashMap<String, String>();
        // sorted, so that two transactions lock the same files in the same order
        var byHash = new TreeMap<String, LessonFile>();
        files.forEach((name, file) -> {
            hashes.put(name, file.hash());
            byHash.put(file.hash(), file);
        });
        if (!byHash.isEmpty()) {
            requireSpace(by, byHash);
        }
        byHash.values().forEach(file -> store(file, by.id()));
        return hashes;
    }

    private void requireSpace(StaffMember by, Map<String, LessonFile> byHash) {
        var stored = Set.copyOf(
                database.createNativeQuery("select hash from lesson_file where hash in (:hashes)", String.class)
                        .setParameter("hashes", byHash.keySet())
                        .getResultList());
        long more = byHash.entrySet().stream()
                .filter(file -> !stored.contains(file.getKey()))
                .mapToLong(file -> file.getValue().bytes().length)
                .sum();
        if (more > 0 && more + storedWithinADay(by) > A_DAY_AT_MOST) {
            throw new Refused("library.storedTooMuch", A_DAY_AT_MOST / 1024 / 1024);
        }
    }

    private long storedWithinADay(StaffMember by) {
        return ((Number) database.createNativeQuery(
                                "select coalesce(sum(bytes), 0) from lesson_file where stored_by = :by and stored_at > :since")
                        .setParameter("by", by.id())
                        .setParameter("since", clock.instant().minus(Duration.ofDays(1)))
                        .getSingleResult())
                .longValue();
    }

    /** A file that is stored already stays, locked until the transaction ends, so that nobody deletes it meanwhile. */
    private void store(LessonFile file, @Nullable Long by) {
        var content = file.bytes();
        database.createNativeQuery("insert ignore into lesson_file (hash, content, stored_at, stored_by, bytes)"
                        + " values (:hash, :content, :at, :by, :bytes)")
                .setParameter("hash", file.hash())
                .setParameter("content", content)
                .setParameter("at", clock.instant())
                .setParameter("by", by)
                .setParameter("bytes", content.length)
                .executeUpdate();
    }

    /**
     * Deletes files; the foreign keys keep those that a version or a draft uses.
     *
     * @return the number of deleted files
     */
    @Transactional
    public int deleteUnused(List<String> hashes) {
        return database.createNativeQuery("delete ignore from lesson_file where hash in (:hashes)")
                .setParameter("hashes", hashes)
                .executeUpdate();
    }

    /** Returns the bytes of a file. */
    @Transactional
    public Optional<byte[]> content(String hash) {
        return database
                .createNativeQuery("select content from lesson_file where hash = :hash", byte[].class)
                .setParameter("hash", hash)
                .getResultList()
                .stream()
                .findFirst()
                .map(byte[].class::cast);
    }

    /** Returns the sizes of files in bytes, by hash. */
    @Transactional
    public Map<String, Integer> sizes(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = database.createNativeQuery(
                        "select hash, coalesce(bytes, length(content)) from lesson_file where hash in (:hashes)",
                        Object[].class)
                .setParameter("hashes", Set.copyOf(hashes))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue()));
    }

    /**
     * Returns the files of a folder. Texts are read now, a picture or recording each time its bytes are asked for.
     *
     * @param hashes the hashes by file name
     */
    @Transactional
    public Map<String, LessonFile> files(Map<String, String> hashes) {
        var texts = texts(hashes.keySet().stream()
                .filter(name -> name.endsWith(".yaml"))
                .map(hashes::get)
                .toList());
        var files = new HashMap<String, LessonFile>();
        hashes.forEach((name, hash) -> {
            var text = texts.get(hash);
            files.put(
                    name,
                    new LessonFile(hash, text == null ? () -> content(hash).orElseThrow() : () -> text));
        });
        return files;
    }

    private Map<String, byte[]> texts(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = database.createNativeQuery(
                        "select hash, content from lesson_file where hash in (:hashes)", Object[].class)
                .setParameter("hashes", hashes)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (byte[]) row[1]));
    }

    /** Stores the folder a version was published from, unless it is stored already. */
    @Transactional
    void keepSource(long versionId, LessonFolder folder) {
        if (sources(versionId).isEmpty()) {
            folder.files().forEach((name, file) -> {
                store(file, null);
                database.createNativeQuery(
                                "insert into module_version_file (module_version_id, name, hash) values (:version, :name, :hash)")
                        .setParameter("version", versionId)
                        .setParameter("name", name)
                        .setParameter("hash", file.hash())
                        .executeUpdate();
            });
        }
    }

    /** Returns the folder a version was published from; empty if it was published without one. */
    @Transactional
    public Optional<LessonFolder> source(PublishedModule version) {
        var sources = sources(version.versionId());
        return sources.isEmpty() ? Optional.empty() : Optional.of(new LessonFolder(version.key(), files(sources)));
    }

    /** Returns the folder of a version or, if it was published without one, that of the last version before it. */
    @Transactional
    public Optional<LessonFolder> lastSource(PublishedModule version) {
        var sources = sources(((Number) database.createNativeQuery("""
                                select coalesce(max(f.module_version_id), 0) from module_version_file f
                                join module_version v on v.id = f.module_version_id join module_version this on this.module_id = v.module_id
                                where this.id = :version and v.id <= this.id""")
                        .setParameter("version", version.versionId())
                        .getSingleResult())
                .longValue());
        return sources.isEmpty() ? Optional.empty() : Optional.of(new LessonFolder(version.key(), files(sources)));
    }

    /** Returns the hashes of a version's source files, by name. */
    @Transactional
    public Map<String, String> names(PublishedModule version) {
        return sources(version.versionId());
    }

    private Map<String, String> sources(long versionId) {
        var names = new LinkedHashMap<String, String>();
        List<Object[]> rows = database.createNativeQuery(
                        "select name, hash from module_version_file where module_version_id = :version order by name",
                        Object[].class)
                .setParameter("version", versionId)
                .getResultList();
        rows.forEach(row -> names.put((String) row[0], (String) row[1]));
        return names;
    }
}
