package uk.thinkuknow.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import uk.thinkuknow.common.TextFormat;

/** Text functions for templates. */
@TemplateExtension
class TextTemplateExtension {
    private TextTemplateExtension() {}

    /** The text with its first character in upper case. */
    static String capitalise(String words) {
        return TextFormat.capitalised(words);
    }

    /**
     * An empty bold element with this id: a place in a sentence that a script fills in, as in
     * {@code {join:wereHere(slot:bold('back-name'))}}.
     */
    @TemplateExtension(namespace = "slot")
    static RawString bold(String id) {
        return new RawString("<b id=\"" + id + "\"></b>");
    }
}
