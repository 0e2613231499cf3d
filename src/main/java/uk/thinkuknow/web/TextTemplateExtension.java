package uk.thinkuknow.web;

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
}
