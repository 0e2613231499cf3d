package uk.thinkuknow.curriculum.help;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the help panel, the help button and the children's privacy page; the Welsh is in a properties file. */
@MessageBundle("help")
interface HelpMessages {
    @Message("Help")
    String help();

    @Message("Close help")
    String closeHelp();

    @Message("For the grown-up")
    String forGrownUp();

    @Message("(a new page)")
    String newPage();

    @Message("What is kept of a child")
    String whatIsKept();

    @Message("What we keep about you")
    String whatWeKeep();

    @Message("Leave this page")
    String leave();

    @Message("You see the start page. The Back button does not lead here again.")
    String leaveTells();

    @Message("Write to someone at school")
    String writeToSomeone();

    @Message("You tap a picture. It is not your name.")
    String youngest1();

    @Message("Your teacher knows which picture is yours. We do not.")
    String youngest2();

    @Message("After 30 days it all goes in the bin.")
    String youngest3();

    @Message("You use a picture card, like Blue Otter. We never ask for your name.")
    String young1();

    @Message("Your teacher can see how your card is getting on.")
    String young2();

    @Message("We keep what your card answered for 30 days. Then we throw it away.")
    String young3();

    @Message(
            "If you send a worry, only the grown-ups who keep children safe at your school can read it. Not even we can.")
    String young4();

    @Message("You can ask your teacher what your school has about you.")
    String young5();

    @Message(
            "We never ask who you are. You use a picture card; only your school has the list of who holds which, on paper.")
    String older1();

    @Message("Your teacher sees how far your card is and what it answered, to help with what was hard.")
    String older2();

    @Message(
            "Answers are deleted after 30 days. What stays are numbers: how many children took part, and how often each answer was given in all schools together.")
    String older3();

    @Message(
            "A worry you send is locked. Only the people who keep children safe at your school can read it, and a note stays of who did. It is deleted 30 days after they have finished with it.")
    String older4();

    @Message("No adverts, no tracking, nothing that follows you. You can ask your school what it holds about you.")
    String older5();

    @Message(
            "A card in a class is pseudonymised data: your school could say whose it is, we cannot. We hold it for your school, which decides about it.")
    String oldest1();

    @Message(
            "Seats, answers and times are deleted 30 days after the session. What stays are sets of card numbers that were present, which say how many young people were reached, and how often each answer was given in all schools together.")
    String oldest2();

    @Message(
            "A worry is encrypted. Only your school’s safeguarding lead and deputy can open it, each opening is recorded, and it is destroyed 30 days after they close it. The programme sees how many there were, never a word.")
    String oldest3();

    @Message("No account, no advertising, no tracking, no address kept with an answer, no request to another company.")
    String oldest4();

    @Message(
            "You can ask your school to see what it holds about you, to correct it or to delete it, and you can complain to the Information Commissioner (ico.org.uk).")
    String oldest5();

    @Message("Not much. We do not know your name.")
    String notMuch();

    @Message("Your teacher knows which picture is yours.")
    String tile2();

    @Message("After 30 days it goes in the bin.")
    String tile3();

    @Message("The whole notice, with what is held of staff and for how long:")
    String wholeNotice();

    @Message("What is kept")
    String kept();

    @Message("All of it, for grown-ups:")
    String allOfIt();

    @Message("What is kept, and for how long")
    String keptHowLong();

    @Message("For another age")
    String anotherAge();

    @Message("Join a class")
    String joinAClass();

    @Message("en")
    String languageKey();

    @Message("Get help")
    String getHelp();
}
