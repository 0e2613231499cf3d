package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;

/**
 * Stores and returns the source files of lessons, each once under its SHA-256, and the list of files that each version
 * was published from.
 */
@Singleton
public class LessonFiles {
    private final EntityManager database;

    LessonFiles(EntityManager database) {
        this.database = database;
    }

    /** Stores a file, unless it is stored already, and returns its hash. */
    @Transactional
    public String keep(byte[] content) {
        var hash = Sha256.hex(content);
        database.createNativeQuery("insert ignore into lesson_file (hash, content) values (:hash, :content)")
                .setParameter("hash", hash)
                .setParameter("content", content)
                .executeUpdate();
        return hash;
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

    /**
     * Returns the bytes of several files.
     *
     * @param hashes the hashes by file name
     */
    @Transactional
    public Map<String, byte[]> contents(Map<String, String> hashes) {
        if (hashes.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = database.createNativeQuery(
                        "select hash, content from lesson_file where hash in (:hashes)", Object[].class)
                .setParameter("hashes", Set.copyOf(hashes.values()))
                .getResultList();
        var byHash = new HashMap<String, byte[]>();
        rows.forEach(row -> byHash.put((String) row[0], (byte[]) row[1]));
        var files = new LinkedHashMap<String, byte[]>();
        hashes.forEach((name, hash) ->
                files.put(name, Optional.ofNullable(byHash.get(hash)).orElseThrow()));
        return files;
    }

    /** Stores the folder a version was published from, unless it is stored already. */
    @Transactional
    void keepSource(long versionId, LessonFolder folder) {
        if (sources(versionId).isEmpty()) {
            folder.files()
                    .forEach((name, content) -> database.createNativeQuery(
                                    "insert into module_version_file (module_version_id, name, hash) values (:version, :name, :hash)")
                            .setParameter("version", versionId)
                            .setParameter("name", name)
                            .setParameter("hash", keep(content))
                            .executeUpdate());
        }
    }

    /** Returns the folder a version was published from; empty if it was published without one. */
    @Transactional
    public Optional<LessonFolder> source(PublishedModule version) {
        var sources = sources(version.versionId());
        return sources.isEmpty() ? Optional.empty() : Optional.of(new LessonFolder(version.key(), contents(sources)));
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
