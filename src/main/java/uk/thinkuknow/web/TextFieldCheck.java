package uk.thinkuknow.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import uk.thinkuknow.common.InvisibleCharacters;
import uk.thinkuknow.web.internals.FormFields;

/**
 * Refuses staff forms with invisible characters in a field, before the resource sees them, so that no name reads
 * otherwise than it is stored.
 */
class TextFieldCheck {
    @ServerRequestFilter
    @WithFormRead
    Optional<Response> look(ResteasyReactiveContainerRequestContext request, SimpleResourceInfo asked) {
        var texts = asked.getResourceClass().getAnnotation(TextFields.class);
        return FormFields.of(request).entrySet().stream()
                .filter(field -> texts == null || !names(texts.unchecked(), field.getKey()))
                .flatMap(field -> faults(field.getValue(), texts != null && names(texts.ofLines(), field.getKey())))
                .findFirst()
                .map(TextFieldCheck::refusal);
    }

    private static boolean names(String[] fields, String name) {
        return Stream.of(fields).anyMatch(each -> each.equals(name) || each.endsWith(":") && name.startsWith(each));
    }

    private static Stream<String> faults(List<String> values, boolean hasLines) {
        return values.stream()
                .flatMap(text -> (hasLines
                                ? InvisibleCharacters.faultInLines(text)
                                : InvisibleCharacters.faultInLine(text))
                        .stream());
    }

    private static Response refusal(String fault) {
        var page = ErrorPages.ProblemPage.of("invisible", fault);
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
