package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;

/** The files that lessons are made of, each once under the hash of its bytes, and the folders that versions came from. */
@Singleton
public class LessonFiles {
    private final EntityManager database;

    LessonFiles(EntityManager database) {
        this.database = database;
    }

    /** Keeps a file and says under which hash. */
    @Transactional
    public String keep(byte[] content) {
        var hash = Sha256.hex(content);
        database.createNativeQuery("insert ignore into lesson_file (hash, content) values (:hash, :content)")
                .setParameter("hash", hash)
                .setParameter("content", content)
                .executeUpdate();
        return hash;
    }

    /** The bytes of a file. */
    @Transactional
    public Optional<byte[]> content(String hash) {
        return database.createNativeQuery("select content from lesson_file where hash = :hash", byte[].class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(byte[].class::cast);
    }

    /** Several files by the name they have somewhere; {@code hashes} are by name. */
    @Transactional
    public Map<String, byte[]> contents(Map<String, String> hashes) {
        var files = new LinkedHashMap<String, byte[]>();
        hashes.forEach((name, hash) -> files.put(name, content(hash).orElseThrow()));
        return files;
    }

    /** Notes from which folder a version was published, once. */
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

    /** The folder that a version was published from; empty where it came about without one. */
    @Transactional
    public Optional<LessonFolder> source(PublishedModule version) {
        var sources = sources(version.versionId());
        return sources.isEmpty() ? Optional.empty() : Optional.of(new LessonFolder(version.key(), contents(sources)));
    }

    /** The hashes of the files that a version was published from, by name. */
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
