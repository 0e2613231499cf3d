package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

/** A film, sound or captions that some version plays, kept once under the hash of its bytes. */
@Entity
@Table(name = "recording")
class RecordingFile {
    @Id
    private String hash;

    @Column(updatable = false, length = Length.LONG32)
    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    RecordingFile() {}

    RecordingFile(String hash, byte[] content) {
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
