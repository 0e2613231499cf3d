package uk.thinkuknow.common;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language in which children are taught. */
public enum Language {
    ENGLISH("en", "en-GB", "English", "English"),
    WELSH("cy", "cy", "Welsh", "Cymraeg");

    private final String key;
    private final String tag;
    private final String name;
    private final String ownName;

    Language(String key, String tag, String name, String ownName) {
        this.key = key;
        this.tag = tag;
        this.name = name;
        this.ownName = ownName;
    }

    /** The language's code in URLs, files and tables. */
    public String key() {
        return key;
    }

    /** The value of a page's {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** Its English name, as staff pages show it. */
    public String inWords() {
        return name;
    }

    /** Its name in the language itself. */
    public String ownName() {
        return ownName;
    }

    public boolean isWelsh() {
        return this == WELSH;
    }

    public static Optional<Language> of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(language -> language.key.equals(key))
                .findFirst();
    }
}
