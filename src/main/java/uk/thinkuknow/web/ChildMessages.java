package uk.thinkuknow.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts shared by all children's pages. */
@MessageBundle("child")
public interface ChildMessages {
    /** The value of the page's {@code lang} attribute. */
    @Message("en-GB")
    String lang();

    @Message("Go to the page")
    String skip();

    @Message("Demo")
    String demo();

    @Message("Demo: no real children")
    String demoOnly();

    @Message("Try it")
    String tried();

    @Message("Try it: nothing is stored")
    String nothingStored();

    @Message("Draft")
    String draft();

    @Message("This lesson needs JavaScript. Please tell your teacher.")
    String needsJavaScript();
}
