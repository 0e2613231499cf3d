package uk.thinkuknow.classroom.worry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundle with the words of the worry box on children's pages. */
@MessageBundle("worry")
interface WorryMessages {
    @Message("Write to a grown-up at school")
    String titleYoung();

    @Message("Write to someone at your school")
    String titleOlder();

    @Message(
            "A grown-up who keeps children safe at your school reads it. They may ask others to help you, so it is not a secret. It can take them a while.")
    String readsYoung();

    @Message(
            "The {reader} or their deputy reads it, nobody else. They may have to tell others who can help, so it isn’t a secret, and they may not see it straight away.")
    String readsOlder(String reader);

    @Message("Who can help you now")
    String whoHelps();

    @Message("One moment…")
    String moment();

    @Message("The worry box of this lesson is closed now.")
    String over();

    @Message("You have sent five from this card. They are all there.")
    String enough();

    @Message("Nobody at your school can read a worry here yet. You can still tell someone today.")
    String nobody();

    @Message("It could not be sent just now.")
    String now();

    @Message("Please tell a grown-up you trust: your teacher now, or someone at home.")
    String tellSomeone();

    @Message("Childline listens:")
    String listens();

    @Message("In danger now:")
    String inDanger();

    @Message("Say first whether it is your card.")
    String choose();

    @Message("Write something first.")
    String empty();

    @Message("That is very long. Please make it shorter: about 350 words fit.")
    String tooLong();

    @Message("Is")
    String is();

    @Message("your card today?")
    String yourCardToday();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("Write how they can find you, if you want them to.")
    String find();

    @Message("What is worrying you?")
    String what();

    @Message("Send")
    String send();

    @Message("It’s sent")
    String sent();

    @Message("Thank you for telling.")
    String thankYou();

    @Message("A grown-up at your school will read it.")
    String willReadYoung();

    @Message("It waits for them now, and they get a message that it does.")
    String willReadOlder();

    @Message("Nothing of it stays on this device.")
    String nothingStays();

    @Message("If you want to talk now: your teacher is there, and Childline listens:")
    String talkNow();

    @Message("Back to help")
    String backToHelp();
}
