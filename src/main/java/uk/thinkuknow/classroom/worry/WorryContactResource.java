package uk.thinkuknow.classroom.worry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.operations.mail.SenderAddress;
import uk.thinkuknow.web.Flash;

/**
 * Lets a school choose its contact: the person who is emailed if neither the safeguarding lead nor the deputy opens a
 * worry.
 */
@Path("/worries/contact")
@RolesAllowed({Role.DSL, Role.TEACHER})
@Produces(MediaType.TEXT_HTML)
class WorryContactResource {
    private final WorryContacts contacts;
    private final SenderAddress sender;
    private final PeopleService people;
    private final Flash flash;

    WorryContactResource(WorryContacts contacts, SenderAddress sender, PeopleService people, Flash flash) {
        this.contacts = contacts;
        this.sender = sender;
        this.people = people;
        this.flash = flash;
    }

    /**
     * The page with the school's contact.
     *
     * @param keeps whether the reader may change it
     * @param mail whether email is set up
     */
    @CheckedTemplate(basePath = "classroom/worry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactPage(
            String school, boolean keeps, boolean mail, String name, String email, String problem, String nav)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        var me = people.me();
        var sheet = contacts.of(me);
        var nav = me.is(Role.DSL) ? "worries" : "people";
        return new ContactPage(sheet.school(), sheet.keeps(), sender.isSetUp(), sheet.name(), sheet.email(), "", nav);
    }

    @POST
    public Response choose(@RestForm @Nullable String name, @RestForm @Nullable String email) {
        var me = people.me();
        var who = name == null ? "" : name.strip();
        var to = email == null ? "" : email.strip();
        try {
            contacts.choose(me, who, to);
            return flash.seeOther(
                    "/worries/contact",
                    to.isEmpty() ? Words.of("worries.nobodyChosen") : Words.of("worries.isTold", who));
        } catch (Refused e) {
            var sheet = contacts.of(me);
            var nav = me.is(Role.DSL) ? "worries" : "people";
            var page = new ContactPage(sheet.school(), sheet.keeps(), sender.isSetUp(), who, to, e.why(), nav);
            return Response.status(422).entity(page).build();
        }
    }
}
