package uk.thinkuknow.classroom.player;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundle with the words above and below questions, on children's pages and on the wall. */
@MessageBundle("question")
interface QuestionMessages {
    @Message("Choose one")
    String chooseOne();

    @Message("Your call")
    String yourCall();

    @Message("Choose all that fit")
    String chooseAll();

    @Message("True, or not true?")
    String trueOrNot();

    @Message("True")
    String isTrue();

    @Message("Not true")
    String notTrue();

    @Message("Put in order")
    String putInOrder();

    @Message("Match the pairs")
    String match();

    @Message("Sort them")
    String sort();

    @Message("Fill the gap")
    String fillTheGap();

    @Message("Spot it")
    String spotIt();

    @Message("What do you think?")
    String whatYouThink();

    @Message("Where do you stand?")
    String whereYouStand();

    @Message("What would you do?")
    String story();

    @Message("Tap the picture or the list. There can be more than one.")
    String tapPicture();

    @Message("There can be more than one.")
    String moreThanOne();

    @Message("Move them with the arrows.")
    String moveThem();

    @Message("Tap one, then its partner.")
    String tapPartner();

    @Message("Choose a group for each.")
    String chooseGroup();

    @Message("Choose a word for the gap.")
    String wordForGap();

    @Message("Choose a word for each gap.")
    String wordForEach();

    @Message("There is no right or wrong here.")
    String noRightOrWrong();

    @Message("Say what you think now. We look at the answer at the end.")
    String answerAtTheEnd();

    @Message("Gap {number}")
    String gap(String number);

    @Message("Talk about it")
    String talkAboutIt();

    @Message("Watch")
    String watch();

    @Message("Listen")
    String listen();

    @Message("Just for you")
    String justForYou();
}
