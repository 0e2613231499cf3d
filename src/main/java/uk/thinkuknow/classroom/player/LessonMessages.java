package uk.thinkuknow.classroom.player;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundle with the words of a lesson's page around the lesson's own text. */
@MessageBundle("lesson")
interface LessonMessages {
    @Message("Yes, good thinking")
    String rightYoung();

    @Message("That’s a strong choice")
    String rightOlder();

    @Message("You found them all")
    String foundAll();

    @Message("Let’s look again")
    String againYoung();

    @Message("Worth another look")
    String againOlder();

    @Message("Nearly there")
    String nearlyThere();

    @Message("There is still one to find, or more.")
    String more();

    @Message("Nearly there. # are in the best place.")
    String best();

    @Message("A start: # are in the best place.")
    String someBest();

    @Message("A start: one is in the best place.")
    String oneBest();

    @Message("You chose “#”")
    String told();

    @Message("Have another go")
    String retryYoung();

    @Message("Try another answer")
    String retryOlder();

    @Message("Another go is just for you. Your first answer is the one counted for your class.")
    String firstCountsYoung();

    @Message("Another go is just for you. Your first answer counts for the class.")
    String firstCounts();

    @Message("Trying again is for you. The class’s results keep your first answer.")
    String firstCountsOldest();

    @Message("You are")
    String youAre();

    @Message("Step 1 of {steps}")
    String stepFirst(int steps);

    @Message("Whose turn?")
    String whoseTurn();

    @Message("Colours, text size and leaving")
    String lookOpen();

    @Message("Talk about it")
    String talkAboutIt();

    @Message("Back to the step before")
    String backStep();

    @Message("This card is on another device now")
    String onAnother();

    @Message("Carry on there. Your answers came with you.")
    String carryOnThere();

    @Message("Not you? Tell your teacher.")
    String notYou();

    @Message("Join a class")
    String joinAClass();

    @Message("Look at your teacher")
    String lookAtTeacher();

    @Message("This lesson stops here. Your answers are safe.")
    String stopsHere();

    @Message("Your answers are safe. The lesson carries on by itself.")
    String carriesOn();

    @Message("Whose turn is it?")
    String whoseTurnIsIt();

    @Message("Pass the tablet on. Then tap your own picture.")
    String passOn();

    @Message("Only your card is on this tablet so far.")
    String onlyYours();

    @Message("# is on another device now. Whose card is yours?")
    String whoseCard();

    @Message("Cards on this device")
    String cardsHere();

    @Message("Another card joins")
    String anotherJoins();

    @Message("No new card can join just now. Carry on, or ask your teacher.")
    String noneJoins();

    @Message("Please keep this device on")
    String keepOn();

    @Message("The answers are safe here. They go by themselves when the Wi-Fi is back.")
    String safeHere();

    @Message("Then the next child can join.")
    String thenNext();

    @Message("This lesson was on another day")
    String anotherDay();

    @Message("Its last answers could not be sent any more. They are gone from this device.")
    String lastGone();

    @Message("Let’s get you back in")
    String backIn();

    @Message("This device lost its place. Type the code from the board again, then choose “I was here before”.")
    String lostPlace();

    @Message("How it looks")
    String howItLooks();

    @Message("Colours")
    String colours();

    @Message("Cream")
    String cream();

    @Message("White")
    String white();

    @Message("Dark")
    String dark();

    @Message("High contrast")
    String contrast();

    @Message("Text size")
    String textSize();

    @Message("Normal")
    String normal();

    @Message("Large")
    String large();

    @Message("Larger")
    String larger();

    @Message("Done")
    String closeLook();

    @Message("Leave this page")
    String leave();

    @Message("Give the tablet to the next child")
    String handOver();

    @Message("Saved")
    String saved();

    @Message("Saved here. Sending…")
    String sending();

    @Message("No Wi-Fi. Carry on: 1 answer is safe on this device.")
    String oneSafe();

    @Message("No Wi-Fi. Carry on: # answers are safe on this device.")
    String manySafe();

    @Message("No Wi-Fi. Carry on: your place is safe on this device.")
    String placeSafe();

    @Message("All sent")
    String allSent();

    @Message("Still sending. Please tell your teacher.")
    String stillSending();

    @Message("This one")
    String checkYoungest();

    @Message("See what happens")
    String checkOlder();

    @Message("Check")
    String check();

    @Message("That’s my answer")
    String myAnswer();

    @Message("Go on")
    String goOn();

    @Message("Next")
    String next();

    @Message("Done")
    String finishedOldest();

    @Message("I’m done")
    String finished();

    @Message("Choose an answer first.")
    String chooseFirst();

    @Message("Answers")
    String below();

    @Message("Wait for your teacher")
    String waitForTeacher();

    @Message("Your teacher has shown the answer")
    String teacherShowed();

    @Message("My lesson")
    String myLesson();

    @Message("That’s the end of the lesson")
    String endOfLesson();

    @Message("There is no score.")
    String noScore();

    @Message("Worth keeping")
    String worthKeeping();

    @Message("You finished")
    String youFinished();

    @Message("Well done")
    String wellDone();

    @Message("Still thinking about it?")
    String stillThinking();

    @Message("Your teacher has ended the lesson.")
    String teacherEnded();

    @Message("Step # of @")
    String stepOf();

    @Message("done")
    String stepDone();

    @Message("you are here")
    String youAreHere();

    @Message("to come")
    String toCome();

    @Message("In place")
    String inPlace();

    @Message("Sooner is better")
    String sooner();

    @Message("Later is better")
    String later();

    @Message("“#” is now number @.")
    String isNumber();

    @Message("Two Three Four Five Six Seven")
    String numbers();

    @Message("finished")
    String hasFinished();

    @Message("Visitor #")
    String visitorNamed();

    @Message("Your order, first to last")
    String orderLabel();

    @Message("Move up: {thing}")
    String moveUp(String thing);

    @Message("Move down: {thing}")
    String moveDown(String thing);

    @Message("“@” is in “#” now.")
    String gapPut();

    @Message("Next: “#”.")
    String placeNext();

    @Message("Every gap has a word. Tap a gap to change it.")
    String gapsAll();

    @Message("the gap")
    String theGap();

    @Message("gap {number}")
    String gapNumber(int number);

    @Message("“#” goes with “@” now.")
    String pairPut();

    @Message("All have a partner. Tap one to change it.")
    String pairsAll();

    @Message("“#” is in “@” now.")
    String sortPut();

    @Message("All are sorted. Tap one to move it.")
    String sortAll();

    @Message("# still to sort")
    String sortLeft();

    @Message("Still to sort")
    String sortStill();

    @Message("Scene {number}")
    String scene(int number);

    @Message("Words")
    String captions();

    @Message("Read it instead")
    String readInstead();

    @Message("Only for you. It is not sent to anyone, and it is wiped when the lesson ends.")
    String onlyForYou();

    @Message("That is how your story ends")
    String wayEnds();

    @Message("Try another way")
    String otherWay();

    @Message("Small")
    String small();

    @Message("Big")
    String big();

    @Message("Biggest")
    String biggest();

    @Message("More space")
    String moreSpace();

    @Message("Lines")
    String lines();

    @Message("Letters")
    String letters();

    @Message("Words")
    String words();

    @Message("Movement")
    String movement();

    @Message("Keep things still")
    String keepStill();

    @Message("The otter asks the owl. The owl has time to listen.")
    String sample();

    @Message("Back to how it was")
    String asItWas();

    @Message("Pause")
    String pause();

    @Message("Listen")
    String listen();

    @Message("Listen: #")
    String listenTo();

    @Message("what we say")
    String whatWeSay();

    @Message("This fits")
    String fits();

    @Message("Look again")
    String lookAgain();

    @Message("Only for you. Nobody else sees it.")
    String onlyYou();
}
