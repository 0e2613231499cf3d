package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Entity: a picture used by a published version. */
@Entity
@Table(name = "picture")
class PictureFile extends StoredFile {
    PictureFile() {}

    PictureFile(String hash, byte[] content) {
        super(hash, content);
    }
}
