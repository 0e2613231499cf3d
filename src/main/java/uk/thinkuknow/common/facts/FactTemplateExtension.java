package uk.thinkuknow.common.facts;

import io.quarkus.qute.TemplateExtension;
import uk.thinkuknow.common.Language;

/** Lets templates show a part of a fact: {@code {fact:number('childline')}}. */
@TemplateExtension(namespace = "fact")
class FactTemplateExtension {
    private FactTemplateExtension() {}

    static String number(String key) {
        return of(key).in(Language.ENGLISH).number();
    }

    static String title(String key) {
        return of(key).in(Language.ENGLISH).title();
    }

    static String hours(String key, String language) {
        return of(key).in(Language.of(language).orElse(Language.ENGLISH)).hours();
    }

    static String page(String key) {
        return of(key).page();
    }

    static String address(String key) {
        return of(key).address();
    }

    private static Fact of(String key) {
        return Facts.packaged().named(key).getFirst();
    }
}
