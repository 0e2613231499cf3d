package uk.thinkuknow.classroom.player;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import uk.thinkuknow.common.Language;

/** The lines above and below questions, in the words of a band and a language. */
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

    /** Up to ten: shorter words, a grown-up rather than an adult. */
    public static boolean isYoung(String band) {
        return band.equals("4-7") || band.equals("8-10");
    }
}
