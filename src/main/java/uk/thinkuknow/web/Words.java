package uk.thinkuknow.web;

import io.quarkus.qute.TemplateExtension;

/** Small things pages do with words. */
@TemplateExtension
class Words {
    private Words() {}

    /** The first letter large, the rest as it was. */
    static String capitalise(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
