package uk.thinkuknow.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;

/** Gives staff what they paste into their school's own web page: a picture with a link. */
@Path("/get-help-button")
@RolesAllowed("**")
@Produces(MediaType.TEXT_HTML)
class HelpButtonResource {
    private final String address;

    HelpButtonResource(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.address = address.toString();
    }

    /** The page with the snippet; href is where the button leads here, address the same for the world. */
    @CheckedTemplate(basePath = "help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ButtonPage(String band, List<Ages.Age> ages, String href, String address, String snippet)
            implements TemplateInstance {}

    @GET
    public TemplateInstance button(@RestQuery @DefaultValue("") String band) {
        var known = Ages.known(band, "");
        var href = known.isEmpty() ? "/help" : "/help?band=" + known;
        var ages = new ArrayList<Ages.Age>();
        ages.add(new Ages.Age("", "Children of any age"));
        ages.addAll(Ages.all());
        var snippet = "<a href=\"" + address + href + "\"><img src=\"" + address
                + "/help/button.svg\" alt=\"Get help\" width=\"190\" height=\"60\"></a>";
        return new ButtonPage(known, ages, href, address + href, snippet);
    }
}
