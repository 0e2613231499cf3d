package uk.thinkuknow.web;

import io.quarkus.qute.TemplateExtension;
import uk.thinkuknow.common.InWords;

/** Text functions for templates. */
@TemplateExtension
class Words {
    private Words() {}

    /** The text with its first character in upper case. */
    static String capitalise(String words) {
        return InWords.capitalised(words);
    }
}
