package uk.thinkuknow.results.takehome;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The messages of the certificate and of the sheet that a class takes home. */
@MessageBundle("takehome")
interface TakeHomeMessages {
    @Message("Certificate for {whom}")
    String certificateFor(String whom);

    @Message("took part in the lesson")
    String tookPart();

    @Message("on {day}, thought hard, and know who helps.")
    String onDay(String day);

    @Message("Teacher")
    String teacher();

    @Message("Head teacher")
    String head();

    @Message("What we learned: {lesson}")
    String learned(String lesson);

    @Message("Show this to someone at home")
    String show();

    @Message("Tell them one thing that you thought about. Ask them: “What would you do?”")
    String tell();

    @Message("One grown-up I can talk to at home:")
    String atHome();

    @Message("One grown-up I can talk to at school:")
    String atSchool();

    @Message("Where there is help")
    String help();

    @Message(
            "For parents and carers: no child is named to ThinkUKnow Sessions. Answers are deleted 30 days after the lesson. Worried about something online? NSPCC, for adults: {fact:number('nspcc')}.")
    String parents();
}
