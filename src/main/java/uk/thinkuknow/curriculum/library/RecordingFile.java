package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Entity: a film, sound or captions file used by a published version. */
@Entity
@Table(name = "recording")
class RecordingFile extends StoredFile {
    RecordingFile() {}

    RecordingFile(String hash, byte[] content) {
        super(hash, content);
    }
}
