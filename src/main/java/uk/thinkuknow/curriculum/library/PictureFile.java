package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A drawing that some version shows. */
@Entity
@Table(name = "picture")
class PictureFile extends KeptFile {
    PictureFile() {}

    PictureFile(String hash, byte[] content) {
        super(hash, content);
    }
}
