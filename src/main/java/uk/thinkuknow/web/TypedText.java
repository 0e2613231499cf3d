package uk.thinkuknow.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import uk.thinkuknow.common.Unseen;
import uk.thinkuknow.web.internals.FormFields;

/** Looks at every field of every form of staff before a page gets it: no name on a register may read otherwise than it is. */
class TypedText {
    /** Fields in which a text may have many lines. */
    static final Set<String> OF_MANY_LINES = Set.of("why", "needs", "avoid", "text");

    /** Lists of classes, copied from anywhere: {@code roster} reads them line by line and leaves such characters out. */
    static final Set<String> LISTS = Set.of("list", "intake");

    /** How fields of the studio begin, in which lessons are written. */
    static final String LESSONS = "words:";

    /** And those that say what they were when the page was shown. */
    private static final String WERE = "was:";

    @ServerRequestFilter
    @WithFormRead
    Optional<Response> look(ResteasyReactiveContainerRequestContext request) {
        return FormFields.of(request).entrySet().stream()
                .filter(field -> !LISTS.contains(field.getKey()))
                .flatMap(field -> faults(field.getKey(), field.getValue()))
                .findFirst()
                .map(TypedText::refusal);
    }

    private static boolean hasLines(String name) {
        return OF_MANY_LINES.contains(name) || name.startsWith(LESSONS) || name.startsWith(WERE);
    }

    private static Stream<String> faults(String name, List<String> values) {
        return values.stream().flatMap(text -> (hasLines(name) ? Unseen.inLines(text) : Unseen.inLine(text)).stream());
    }

    private static Response refusal(String fault) {
        var page = new Problems.ProblemPage(
                "What was typed cannot be taken as it is",
                fault + " Nothing was stored: go back, delete these words and type them anew.");
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
