package uk.thinkuknow.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.MessageFiles;
import uk.thinkuknow.common.Words;

/** Makes each room's sentences available to templates: {@code {classes:schoolYear(year)}}, in the template's language. */
@Singleton
public class MessageNamespaces {
    private static final HtmlEscaper HTML = new HtmlEscaper(List.of());

    void add(@Observes EngineBuilder engine) {
        addTo(engine);
    }

    /** Adds a namespace for each room. */
    public static void addTo(EngineBuilder engine) {
        MessageFiles.rooms()
                .forEach(room -> engine.addNamespaceResolver(NamespaceResolver.builder(room)
                        .resolveAsync(context -> resolve(room, context))
                        .build()));
    }

    private static CompletionStage<Object> resolve(String room, EvalContext context) {
        var words = MessageFiles.find(language(context), room, context.getName());
        var arguments = new ArrayList<CompletableFuture<Object>>();
        for (Expression parameter : context.getParams()) {
            arguments.add(context.evaluate(parameter).toCompletableFuture());
        }
        return CompletableFuture.allOf(arguments.toArray(CompletableFuture[]::new))
                .thenApply(all -> format(
                        words, arguments.stream().map(CompletableFuture::join).toArray()));
    }

    private static Object format(Words words, Object[] arguments) {
        if (!words.isMarkup() && Stream.of(arguments).noneMatch(RawString.class::isInstance)) {
            return words.format(arguments);
        }
        for (int i = 0; i < arguments.length; i++) {
            if (!(arguments[i] instanceof Number || arguments[i] instanceof RawString)) {
                arguments[i] = HTML.map(Objects.toString(arguments[i], ""), null);
            }
        }
        return new RawString(words.format(arguments).replace("<a href=", "<a class=\"govuk-link\" href="));
    }

    private static Language language(EvalContext context) {
        var locale = context.getAttribute("locale");
        var key = locale instanceof Locale known ? known.getLanguage() : locale == null ? "" : locale.toString();
        return Language.of(key).orElse(Language.ENGLISH);
    }
}
