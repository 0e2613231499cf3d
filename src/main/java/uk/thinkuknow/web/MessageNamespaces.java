package uk.thinkuknow.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
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
        int count = context.getParams().size();
        var evaluated = EvaluatedParams.evaluate(context);
        return evaluated.stage.thenApply(all -> format(words, results(evaluated, count)));
    }

    private static Object[] results(EvaluatedParams evaluated, int count) {
        var results = new Object[count];
        for (int i = 0; i < count; i++) {
            results[i] = result(evaluated, i);
        }
        return results;
    }

    private static Object result(EvaluatedParams evaluated, int index) {
        try {
            return evaluated.getResult(index);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
