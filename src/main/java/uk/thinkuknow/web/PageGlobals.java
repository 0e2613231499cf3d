package uk.thinkuknow.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** What every page may use: {@code {asset:url('css/staff.css')}}. */
@TemplateExtension(namespace = "asset")
class PageGlobals {
    private PageGlobals() {}

    static String url(String path) {
        return Arc.container().instance(Assets.class).get().url(path);
    }
}
