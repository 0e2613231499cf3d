package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.Length;

/** The content of a file used by published versions, stored once under its hash. */
@MappedSuperclass
abstract class StoredFile {
    @Id
    private String hash;

    @Column(updatable = false, length = Length.LONG32)
    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    StoredFile() {}

    StoredFile(String hash, byte[] content) {
        this.hash = hash;
        this.content = content;
    }

    String hash() {
        return hash;
    }

    byte[] content() {
        return content;
    }
}
