package uk.thinkuknow.curriculum.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.curriculum.welsh.WelshAvailability;
import uk.thinkuknow.web.Assets;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/** Serves the public pages Help and What we keep about you, and the picture of the help button. */
@Path("/help")
@PathTraits(value = Trait.FOR_CHILDREN, importance = Importance.ANSWER)
@PermitAll
class HelpResource {
    private static final String BUTTON = button();

    private final HelpBook book;
    private final Assets assets;
    private final WelshAvailability welsh;

    HelpResource(HelpBook book, Assets assets, WelshAvailability welsh) {
        this.book = book;
        this.assets = assets;
        this.welsh = welsh;
    }

    /** The Help page, with the nation as it was requested. */
    @CheckedTemplate(basePath = "curriculum/help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HelpPage(HelpPanel help, String nation, PageLanguage spoken) implements TemplateInstance {}

    /**
     * The privacy page in words for an age band.
     *
     * @param cards the address of the card pictures
     */
    @CheckedTemplate(basePath = "curriculum/help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PrivacyPage(String band, List<Ages.Age> ages, String cards, PageLanguage spoken)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance help(
            @RestQuery @DefaultValue("") String band,
            @RestQuery @DefaultValue("") String nation,
            @RestQuery @DefaultValue("") String language) {
        var spoken = spoken(language);
        return new HelpPage(book.of(band, nation, spoken.language()), nation.replaceAll("[^a-z-]", ""), spoken)
                .setLocale(spoken.language().key());
    }

    @GET
    @Path("privacy")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance privacy(
            @RestQuery @DefaultValue("") String band, @RestQuery @DefaultValue("") String language) {
        var spoken = spoken(language);
        return new PrivacyPage(
                        Ages.known(band, BandDesign.FROM_EIGHT.key()),
                        Ages.all(),
                        assets.url("cards/cards-1.svg"),
                        spoken)
                .setLocale(spoken.language().key());
    }

    private PageLanguage spoken(String language) {
        return welsh.languageFor(Language.of(language).orElse(Language.ENGLISH));
    }

    /** Schools embed this picture in their own sites, so its address never changes and other origins may load it. */
    @GET
    @Path("button.svg")
    @Produces("image/svg+xml;charset=UTF-8")
    public Response picture(@RestQuery @DefaultValue("") String language) {
        return Response.ok(BUTTON.replace("Get help", words(spoken(language).language())))
                .header("Cache-Control", "public, max-age=86400")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    /** Returns the text of the help button. */
    static String words(Language language) {
        return Words.in(language, "help.getHelp");
    }

    private static String button() {
        try (var file = HelpResource.class.getResourceAsStream("/help-button.svg")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
