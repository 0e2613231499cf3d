package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpPanel;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.curriculum.welsh.WelshAvailability;
import uk.thinkuknow.schools.school.Deck;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * Shows the page on which children join a session: they type the code, pick a card and confirm it, without a reload.
 * The page is cached by language once the installation is set up. Before that the installation may still become a demo,
 * and a cached page would not say so.
 */
@Path("/")
@PathTraits(value = Trait.FOR_CHILDREN, importance = Importance.JOIN)
@PermitAll
class JoinResource {
    private final Installation installation;
    private final HelpBook help;
    private final Deck deck;
    private final WelshAvailability welsh;
    private final Map<PageLanguage, RenderedPage> kept = new ConcurrentHashMap<>();

    JoinResource(Installation installation, HelpBook help, Deck deck, WelshAvailability welsh) {
        this.installation = installation;
        this.help = help;
        this.deck = deck;
        this.welsh = welsh;
    }

    /** The join page; it has nothing about any child. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record JoinPage(String second, HelpPanel help, PageLanguage spoken, String names) implements TemplateInstance {}

    @GET
    public Response join(
            @RestQuery @Nullable String language,
            @RestHeader("Accept-Encoding") @Nullable String accepts,
            @RestHeader("If-None-Match") @Nullable String known) {
        return page(Language.of(language).orElse(Language.ENGLISH)).answer(accepts, known);
    }

    /** The page in the language asked for, or in English if that is not offered. */
    private RenderedPage page(Language asked) {
        var spoken = welsh.languageFor(asked);
        var known = kept.get(spoken);
        if (known == null) {
            known = render(spoken);
            if (installation.isSetUp()) {
                kept.put(spoken, known);
            }
        }
        return known;
    }

    private RenderedPage render(PageLanguage spoken) {
        var language = spoken.language();
        var page = new JoinPage(
                LessonPages.secondSprite(deck),
                help.of("", HelpBook.ANYWHERE, language),
                spoken,
                LessonPages.names(deck, language));
        return RenderedPage.of(page.setLocale(language.key()).render());
    }
}
