package uk.thinkuknow.curriculum.welsh;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Entity: a review of the Welsh texts of the pages, identified by the hash of all these texts. */
@Entity
@Table(name = "welsh_review")
class WelshReviewRecord {
    @Id
    @Column(name = "words_hash")
    private String words;

    @Column(name = "reviewed_by")
    private String by;

    @Column(name = "reviewed_at")
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    WelshReviewRecord() {}

    WelshReviewRecord(String words, WelshReview review) {
        this.words = words;
        this.by = review.by();
        this.at = review.at();
    }

    String words() {
        return words;
    }

    WelshReview review() {
        return new WelshReview(by, at);
    }
}
