package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the answer sheet on paper; the Welsh is in a properties file. */
@MessageBundle("onpaper")
interface OnPaperMessages {
    @Message("{lesson} on paper")
    String title(String lesson);

    @Message("Answer sheet")
    String answerSheet();

    @Message("My card number:")
    String myNumber();

    @Message("My picture:")
    String myPicture();

    @Message("Do not write your name.")
    String noName();

    @Message("What we learnt")
    String learnt();

    @Message("Who helps")
    String whoHelps();

    @Message("Tick one.")
    String tickOne();

    @Message("Tick all that fit.")
    String tickAll();

    @Message("Write 1 beside what comes first, then 2, and so on.")
    String writeOrder();

    @Message("Draw a line from each to its partner.")
    String drawLines();

    @Message("Tick one group for each.")
    String tickGroup();

    @Message("Write a word on each line.")
    String writeWords();

    @Message("Look at the picture. Tick all that fit.")
    String lookAndTick();

    @Message("Tick one. There is no right or wrong.")
    String noRightOrWrong();

    @Message("Tick what you think now. We look at the answer at the end.")
    String answerAtTheEnd();

    @Message("Begin with scene 1. Tick what you would do, then go on with the scene it names.")
    String story();

    @Message("True")
    String isTrue();

    @Message("False")
    String isFalse();

    @Message("Scene {number}")
    String scene(int number);

    @Message("go to scene {number}")
    String goTo(int number);

    @Message("the end")
    String theEnd();
}
