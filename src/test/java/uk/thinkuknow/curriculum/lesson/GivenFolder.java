package uk.thinkuknow.curriculum.lesson;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Lesson folders for tests: a small lesson without problems, and variants of it. */
public final class GivenFolder {
    public static final String STAR =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 0h9v9z\"/></svg>";

    public static final String MODULE = """
            format: 1
            key: KEY
            title: Ask for help
            band: 8-10
            language: en
            minutes: 20
            summary: How to ask.
            objectives: [I can ask for help.]
            strands: [online-relationships]
            teacher-notes: Read it first.
            steps:
              - kind: picture
                key: look
                title: Look at the star
                picture: {file: star.svg, name: A star}
                teacher-notes: Wait a little.
              - kind: question
                key: first
                title: What comes first?
                question:
                  kind: single-choice
                  key: who
                  stem: Who can help?
                  options:
                    - {key: grown-up, text: A grown-up, right: true, feedback: Yes. They are glad to help.}
                    - {key: no-one, text: No, feedback: Somebody always can.}
                teacher-notes: Listen.
              - kind: talk-about-it
                key: talk
                title: Talk about it
                prompt: Who helps you?
                teacher-notes: In pairs.
            ending: Tell a grown-up you trust.
            help: [grown-up, childline]
            credits: {source: Drawn for a test, licence: CC0 1.0}
            """;

    /** The complete Welsh translation of {@link #MODULE}. */
    public static final String IN_WELSH = """
            format: 1
            key: KEY
            language: cy
            title: Gofyn am help
            objectives: [Dw i’n gallu gofyn am help.]
            steps:
              - key: look
                title: Edrychwch ar y seren
                picture: {name: Seren}
              - key: first
                title: Beth sy’n dod gyntaf?
                question:
                  key: who
                  stem: Pwy all helpu?
                  options:
                    - {key: grown-up, text: Oedolyn, feedback: Ie. Maen nhw’n falch o helpu.}
                    - {key: no-one, text: Neb, feedback: Gall rhywun helpu bob amser.}
              - key: talk
                title: Siaradwch am hyn
                prompt: Pwy sy’n eich helpu chi?
            ending: Dywedwch wrth oedolyn.
            """;

    private GivenFolder() {}

    public static LessonFolder of(String key) {
        return with(key, MODULE.replace("KEY", key));
    }

    /** Returns the folder with its Welsh translation. */
    public static LessonFolder inWelsh(String key) {
        return inWelsh(key, IN_WELSH);
    }

    public static LessonFolder inWelsh(String key, String welsh) {
        return of(key).with(LessonFolder.IN_WELSH, welsh.replace("KEY", key).getBytes(StandardCharsets.UTF_8));
    }

    public static LessonFolder with(String key, String yaml) {
        return with(key, yaml.getBytes(StandardCharsets.UTF_8), Map.of("star.svg", STAR));
    }

    public static LessonFolder with(String key, byte[] yaml, Map<String, String> pictures) {
        var files = new HashMap<String, byte[]>();
        files.put(LessonFolder.MODULE, yaml);
        pictures.forEach((name, svg) -> files.put(LessonFolder.PICTURES + name, svg.getBytes(StandardCharsets.UTF_8)));
        return LessonFolder.of(key, files);
    }
}
