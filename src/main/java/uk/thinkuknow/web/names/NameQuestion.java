package uk.thinkuknow.web.names;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import uk.thinkuknow.web.internals.FormFields;

/**
 * Asks, before a form is kept, whether what looks like a person's name in it is a child's: the page shows the field to
 * be changed, and sends the form again.
 */
class NameQuestion {
    private static final String NO_NAME = "not-a-name";

    /** After the check of the form token, because the page has it. Filters that read a form run from the highest to the lowest. */
    private static final int AFTER_THE_TOKEN = Priorities.USER - 1_000;

    private final String token;

    NameQuestion(@ConfigProperty(name = "quarkus.rest-csrf.form-field-name") String token) {
        this.token = token;
    }

    /** The page that asks, with all fields of the form. */
    @CheckedTemplate(basePath = "web/names", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NameQuestionPage(String action, String words, List<SentField> fields) implements TemplateInstance {}

    /**
     * A field of the form.
     *
     * @param asked whether the user may change it on this page
     */
    record SentField(String name, String value, boolean asked) {
        public boolean hasLines() {
            return value.contains("\n");
        }
    }

    @WithFormRead
    @ServerRequestFilter(priority = AFTER_THE_TOKEN)
    Optional<Response> ask(ResteasyReactiveContainerRequestContext request, SimpleResourceInfo asked) {
        var names = asked.getResourceClass().getAnnotation(AsksAboutNames.class);
        var uri = request.getUriInfo().getRequestUri();
        if (names == null || uri.getPath().endsWith("/check")) {
            return Optional.empty();
        }
        var form = FormFields.of(request);
        return form.containsKey(NO_NAME)
                ? Optional.empty()
                : PersonNames.first(texts(form, names))
                        .map(words -> page(
                                uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
                                words,
                                fields(form, names)));
    }

    private static Stream<String> texts(Map<String, List<String>> form, AsksAboutNames names) {
        return Stream.of(names.value()).flatMap(name -> form.getOrDefault(name, List.of()).stream());
    }

    private List<SentField> fields(Map<String, List<String>> form, AsksAboutNames names) {
        var asked = Set.of(names.value());
        return form.entrySet().stream()
                .filter(field -> !field.getKey().equals(token))
                .flatMap(field -> field.getValue().stream()
                        .map(value -> new SentField(
                                field.getKey(),
                                value,
                                asked.contains(field.getKey())
                                        && PersonNames.in(value).isPresent())))
                .toList();
    }

    private static Response page(String action, String words, List<SentField> fields) {
        return Response.status(422)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new NameQuestionPage(action, words, fields).render())
                .build();
    }
}
