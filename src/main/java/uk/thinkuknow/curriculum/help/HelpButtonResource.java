package uk.thinkuknow.curriculum.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.curriculum.welsh.WelshAvailability;
import uk.thinkuknow.web.FormOption;

/** The page where staff copy an HTML snippet, a picture with a link to Help, for their school's own website. */
@Path("/get-help-button")
@RolesAllowed("**")
@Produces(MediaType.TEXT_HTML)
class HelpButtonResource {
    private final String address;
    private final WelshAvailability welsh;

    HelpButtonResource(@ConfigProperty(name = "thinkuknow.public-address") URI address, WelshAvailability welsh) {
        this.address = address.toString();
        this.welsh = welsh;
    }

    /**
     * The page with the snippet.
     *
     * @param button the button's text, picture and link, as addresses on this server
     * @param address the button's link as a full public address
     */
    @CheckedTemplate(basePath = "curriculum/help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ButtonPage(List<FormOption> ages, PageLanguage spoken, Button button, String address, String snippet)
            implements TemplateInstance {}

    /** A picture with a link. */
    record Button(String words, String picture, String href) {}

    @GET
    public TemplateInstance button(
            @RestQuery @DefaultValue("") String band, @RestQuery @DefaultValue("") String language) {
        var spoken = welsh.languageFor(Language.of(language).orElse(Language.ENGLISH));
        var known = Ages.known(band, "");
        var inWelsh = spoken.language().isWelsh() ? "language=cy" : "";
        var asked = Stream.of(known.isEmpty() ? "" : "band=" + known, inWelsh)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("&"));
        var ages = Ages.all().stream()
                .map(age -> new FormOption(
                        age.key(), age.in(Language.ENGLISH), age.key().equals(known)))
                .toList();
        var button = new Button(
                HelpResource.words(spoken.language()), with("/help/button.svg", inWelsh), with("/help", asked));
        var snippet = "<a href=\"%s%s\"><img src=\"%s%s\" alt=\"%s\" width=\"190\" height=\"60\"></a>"
                .formatted(address, button.href().replace("&", "&amp;"), address, button.picture(), button.words());
        return new ButtonPage(ages, spoken, button, address + button.href(), snippet);
    }

    private static String with(String path, String asked) {
        return asked.isEmpty() ? path : path + "?" + asked;
    }
}
