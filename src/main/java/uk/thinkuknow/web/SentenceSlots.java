package uk.thinkuknow.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** Makes places in sentences that a script fills in: {@code {join:wereHere(slot:bold('back-name'))}}. */
@TemplateExtension(namespace = "slot")
class SentenceSlots {
    private SentenceSlots() {}

    /** An empty bold element with this id. */
    static RawString bold(String id) {
        return new RawString("<b id=\"" + id + "\"></b>");
    }
}
