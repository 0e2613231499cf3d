package uk.thinkuknow.classroom.player;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundle with the words of the wall, the page that the class sees on the board. */
@MessageBundle("wall")
interface WallMessages {
    @Message("The end of the lesson")
    String endTitle();

    @Message("The end")
    String theEnd();

    @Message("Still thinking about it?")
    String stillThinking();

    @Message("End the lesson in the live room.")
    String endInRoom();

    @Message("Count the heads before anyone leaves.")
    String countHeads();

    @Message("Projector")
    String projector();

    @Message("Back")
    String back();

    @Message("Live room")
    String liveRoom();

    @Message("Back to the live room")
    String backToRoom();

    @Message("Back to both rooms")
    String backToBoth();

    @Message("Join the lesson")
    String joinTitle();

    @Message("Join this lesson")
    String joinThis();

    @Message("Join your lesson")
    String joinYours();

    @Message("Go to")
    String goTo();

    @Message("and type this code:")
    String typeThis();

    @Message("and type the code of your class:")
    String typeYours();

    @Message("Square code that opens the lesson on a tablet")
    String square();

    @Message("Square code that opens the lesson of {classes} on a tablet")
    String squareOf(String classes);

    @Message("of {cards} cards are here")
    String cardsHere(int cards);

    @Message("Cards of {name}")
    String cardsOf(String name);

    @Message("Show the steps")
    String showSteps();

    @Message("Two classes, two codes")
    String twoCodes();

    @Message("Look at your teacher. The lesson carries on in a moment.")
    String paused();

    @Message("To step #, where the class is")
    String whereClassIs();

    @Message("Step {step} of {steps}")
    String stepOf(int step, int steps);

    @Message("hands up")
    String handsUp();

    @Message("talk about it")
    String talkAboutIt();

    @Message("One hand less for: {answer}")
    String oneLess(String answer);

    @Message("One hand more for: {answer}")
    String oneMore(String answer);

    @Message("The right order")
    String rightOrder();

    @Message("Class code")
    String classCode();

    @Message("Show the answer")
    String showAnswer();

    @Message("Next")
    String next();

    @Message("1 hand")
    String oneHand();

    @Message("# hands")
    String manyHands();

    @Message("Did you have it like this?")
    String didYouHaveIt();

    @Message("Yes, like this")
    String hadIt();

    @Message("Not quite like this")
    String notYet();

    @Message("1 child was sure of an answer that does not fit. Let’s look at it together.")
    String oneSure();

    @Message("# children were sure of an answer that does not fit. Let’s look at it together.")
    String manySure();

    @Message("Where they belong")
    String whereTheyBelong();

    @Message("watch and listen")
    String watchAndListen();

    @Message("think by yourself")
    String thinkAlone();

    @Message("Scene {number}")
    String scene(int number);

    @Message("Go on with this")
    String goOnWithThis();

    @Message("Words")
    String captions();

    @Message("How many children are here?")
    String howManyHere();

    @Message("End the lesson and open the register")
    String endAndOpen();

    @Message("Undo")
    String undo();

    @Message("Count the heads")
    String countThem();

    @Message("The lesson is over. The register is on your teacher’s own screen.")
    String lessonOver();

    @Message("Read aloud")
    String readAloud();
}
