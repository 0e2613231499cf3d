package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A film, sound or captions that some version plays. */
@Entity
@Table(name = "recording")
class RecordingFile extends KeptFile {
    RecordingFile() {}

    RecordingFile(String hash, byte[] content) {
        super(hash, content);
    }
}
