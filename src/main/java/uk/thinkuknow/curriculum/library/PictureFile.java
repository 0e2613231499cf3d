package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

/** A drawing that some version uses, kept once under the hash of its bytes. */
@Entity
@Table(name = "picture")
class PictureFile {
    @Id
    private String hash;

    @Column(updatable = false, length = Length.LONG32)
    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    PictureFile() {}

    PictureFile(String hash, byte[] content) {
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
