package uk.thinkuknow.curriculum.lesson;

import java.util.Arrays;
import java.util.Optional;
import uk.thinkuknow.common.Words;

/** The eight strands of <i>Education for a Connected World</i> (UK Council for Internet Safety, 2020). */
public enum Strand {
    SELF_IMAGE("self-image-and-identity", Words.of("lessonParts.selfImageAndIdentity")),
    RELATIONSHIPS("online-relationships", "Online relationships"),
    REPUTATION("online-reputation", "Online reputation"),
    BULLYING("online-bullying", "Online bullying"),
    INFORMATION("managing-online-information", Words.of("lessonParts.managingOnlineInformation")),
    HEALTH("health-wellbeing-and-lifestyle", Words.of("lessonParts.healthWellbeingAndLifestyle")),
    PRIVACY("privacy-and-security", Words.of("lessonParts.privacyAndSecurity")),
    COPYRIGHT("copyright-and-ownership", Words.of("lessonParts.copyrightAndOwnership"));

    private final String key;
    private final String title;

    Strand(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The word for it in a lesson's file. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public static Optional<Strand> of(String key) {
        return Arrays.stream(values()).filter(strand -> strand.key.equals(key)).findFirst();
    }
}
