package uk.thinkuknow.classroom;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on which a class joins. */
@MessageBundle("join")
interface JoinMessages {
    @Message("Join your class")
    String title();
}
