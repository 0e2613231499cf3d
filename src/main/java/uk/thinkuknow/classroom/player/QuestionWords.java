package uk.thinkuknow.classroom.player;

import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;

/** The messages above and below questions for an age band and a language. */
public record QuestionWords(boolean young, Language language) {
    static QuestionWords of(String band, Language language) {
        return new QuestionWords(isYoung(band), language);
    }

    /** The words of a key in the language. */
    String say(String key, Object... arguments) {
        return Words.in(language, key, arguments);
    }

    String chooseOne() {
        return young ? say("question.chooseOne") : say("question.yourCall");
    }

    String whatYouThink() {
        return young ? say("question.whatYouThink") : say("question.whereYouStand");
    }

    /**
     * Returns whether the band is at most 10 years old and gets shorter words, for example a grown-up and not an adult.
     */
    public static boolean isYoung(String band) {
        return BandDesign.of(band).filter(BandDesign::isYoung).isPresent();
    }
}
