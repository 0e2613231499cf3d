package uk.thinkuknow.classroom.player;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import uk.thinkuknow.common.Language;

/** The messages above and below questions for an age band and a language. */
public record QuestionWords(QuestionMessages said, boolean young, Language language) {
    static QuestionWords of(String band, Language language) {
        return new QuestionWords(in(language), isYoung(band), language);
    }

    static QuestionMessages in(Language language) {
        return language == Language.ENGLISH
                ? MessageBundles.get(QuestionMessages.class)
                : MessageBundles.get(QuestionMessages.class, Localized.Literal.of(language.key()));
    }

    String chooseOne() {
        return young ? said.chooseOne() : said.yourCall();
    }

    String whatYouThink() {
        return young ? said.whatYouThink() : said.whereYouStand();
    }

    /**
     * Returns whether the band is at most 10 years old and gets shorter words, for example a grown-up and not an adult.
     */
    public static boolean isYoung(String band) {
        return band.equals("4-7") || band.equals("8-10");
    }
}
