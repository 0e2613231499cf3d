package uk.thinkuknow.classroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.thinkuknow.help.Help;
import uk.thinkuknow.school.Deck;

/** The page on which a class joins: the code, the cards and "is this you?", without a reload between them. */
@Path("/")
@PermitAll
class JoinResource {
    private final String second;

    JoinResource(Deck deck) {
        second = LessonPages.secondSprite(deck);
    }

    /** The join page; it holds nothing of any child. */
    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record JoinPage(String second, Help help) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance join() {
        return new JoinPage(second, Help.of(""));
    }
}
