package uk.thinkuknow.classroom.player;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundle with the words of the page on which children join a session. */
@MessageBundle("join")
interface JoinMessages {
    @Message("Join your class")
    String title();

    @Message("Look at your board.")
    String lookAtBoard();

    @Message("Type the code you see.")
    String typeCode();

    @Message("You were here as")
    String wereHere();

    @Message("Go back to my lesson")
    String goBack();

    @Message("You have")
    String youHave();

    @Message("Type the code, and your card opens.")
    String thenItOpens();

    @Message("That code did not open a class")
    String wrongCode();

    @Message("Look at the board again. Check each letter, then try.")
    String checkCode();

    @Message("Still not? Ask your teacher: the lesson may be over.")
    String stillNot();

    @Message("Something is missing")
    String missing();

    @Message("A class code has 7 letters and numbers. You typed #.")
    String fewSigns();

    @Message("Class code")
    String code();

    @Message("7 letters and numbers. Big or small letters both work.")
    String hint();

    @Message("Go to my class")
    String goToClass();

    @Message("Or point your tablet’s camera at the square on the board.")
    String orCamera();

    @Message("No name")
    String noName();

    @Message("No password")
    String noPassword();

    @Message("Just a picture card")
    String justACard();

    @Message("Which class are you in?")
    String whichClass();

    @Message("Which card is yours?")
    String whichCard();

    @Message("Tap your picture.")
    String tapYours();

    @Message("Picture cards")
    String cards();

    @Message("I cannot find my card")
    String noCard();

    @Message("Back to the lesson")
    String backToLesson();

    @Message("Welcome back")
    String welcomeBack();

    @Message("Tap the card you had.")
    String tapBefore();

    @Message("Cards already in this lesson")
    String cardsBefore();

    @Message("No card? You can still join")
    String noCardTitle();

    @Message("You get a visitor’s badge. Your teacher sorts out the rest.")
    String getBadge();

    @Message("I am in this class")
    String inThisClass();

    @Message("I am from another class")
    String otherClass();

    @Message("Is this you?")
    String isThisYou();

    @Message("This card is already in the lesson. If it is yours, your teacher lets you back in.")
    String alreadyIn();

    @Message("Yes, that’s me")
    String yes();

    @Message("No, go back")
    String noGoBack();

    @Message("Stop waiting")
    String stopWaiting();

    @Message("Ready for the next child")
    String ready();

    @Message("Every answer is sent")
    String everySent();

    @Message("No card is in use here")
    String noCardInUse();

    @Message("Nothing is left behind")
    String nothingLeft();

    @Message(
            "They are safe here. They go by themselves when the Wi-Fi is back. The next child can join now: nothing gets mixed up.")
    String safeHere();

    @Message("Join a class")
    String joinAClass();

    @Message("More")
    String more();

    @Message("What we keep")
    String whatWeKeep();

    @Message("Accessibility")
    String accessibility();

    @Message("Teachers")
    String teachers();

    @Message("I was here before")
    String wasHere();

    @Message("All the cards")
    String allCards();

    @Message("Close help")
    String closeHelp();

    @Message("taken")
    String taken();

    @Message("#, taken")
    String takenCard();

    @Message("Yes, I was here before")
    String yesBefore();

    @Message("Please keep this device on")
    String keepOn();

    @Message("1 answer is still to send")
    String oneLeft();

    @Message("# answers are still to send")
    String manyLeft();

    @Message("No Wi-Fi just now. We try again by ourselves.")
    String offline();

    @Message("Nearly there")
    String nearly();

    @Message("Lots of children are joining. You do not need to press anything.")
    String busy();

    @Message("card #")
    String cardNumber();

    @Message("Card # is not in this lesson. Tap your picture.")
    String notInLesson();

    @Message("We are asking your teacher")
    String asking();

    @Message("Please wait. Your teacher can let you back in to #.")
    String askingFor();

    @Message("Your teacher says that card is somebody else’s. Tap your own.")
    String refused();

    @Message("The door is shut. Ask your teacher to open it, then tap your picture.")
    String locked();

    @Message("Somebody has just taken that card. Is yours another one?")
    String justTaken();

    @Message("Here we go")
    String opens();

    @Message("Your lesson opens.")
    String opening();

    @Message("Visitor #")
    String visitorNamed();
}
