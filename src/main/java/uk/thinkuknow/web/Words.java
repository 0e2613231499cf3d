package uk.thinkuknow.web;

import io.quarkus.qute.TemplateExtension;
import uk.thinkuknow.common.InWords;

/** Small things pages do with words. */
@TemplateExtension
class Words {
    private Words() {}

    /** The first letter large, the rest as it was. */
    static String capitalise(String words) {
        return InWords.capitalised(words);
    }
}
