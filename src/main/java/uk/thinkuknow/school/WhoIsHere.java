package uk.thinkuknow.school;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.people.StaffMember;

/** What the frame of a staff page says of the person who is signed in: {@code {me:frame}}. */
@TemplateExtension(namespace = "me")
class WhoIsHere {
    private WhoIsHere() {}

    /** A line of the menu; the key is what a page calls itself. */
    record MenuItem(String key, String href, String words) {}

    /** Her name, her part ("Teacher, Oakfield Primary School") and the lines of her menu. */
    record Frame(String name, String part, List<MenuItem> menu) {}

    static Frame frame() {
        var me = Arc.container().instance(PeopleService.class).get().me();
        return new Frame(me.name(), part(me), menu(me));
    }

    private static String part(StaffMember me) {
        var school = me.schoolId();
        var region = me.regionKey();
        if (me.is(Role.MANAGER)) {
            return region == null
                    ? "Programme manager"
                    : "Programme manager, " + schools().regionName(region);
        }
        if (me.is(Role.TEACHER)) {
            return school == null
                    ? "Teacher"
                    : "Teacher, " + schools().school(school).name();
        }
        return me.is(Role.TRAINER) ? "Trainer" : me.is(Role.ADMINISTRATOR) ? "Administrator" : "";
    }

    private static List<MenuItem> menu(StaffMember me) {
        var menu = new ArrayList<MenuItem>();
        if (me.is(Role.TEACHER)) {
            menu.add(new MenuItem("home", "/staff", "Home"));
            menu.add(new MenuItem("bookings", "/bookings", "Bookings"));
            menu.add(new MenuItem("calendar", "/calendar", "Calendar"));
            menu.add(new MenuItem("sessions", "/sessions", "Sessions"));
            menu.add(new MenuItem("classes", "/classes", "Classes"));
            menu.add(new MenuItem("catch-up", "/catch-up", "Catch-up"));
        }
        if (!me.is(Role.TEACHER) && (me.is(Role.TRAINER) || me.is(Role.DSL))) {
            menu.add(new MenuItem("bookings", "/bookings", "Bookings"));
            menu.add(new MenuItem("calendar", "/calendar", "Calendar"));
        }
        if (me.is(Role.TRAINER)) {
            menu.add(new MenuItem("availability", "/availability", "Availability"));
        }
        if (me.is(Role.MANAGER)) {
            menu.add(new MenuItem("bookings", "/bookings", "Requests"));
            menu.add(new MenuItem("calendar", "/calendar", "Calendar"));
            menu.add(new MenuItem("reach", "/reach", "Reach"));
            menu.add(new MenuItem("missing", "/missing-returns", "Missing returns"));
            menu.add(new MenuItem("targets", "/targets", "Targets"));
            menu.add(new MenuItem("trainers", "/trainers", "Trainers"));
        }
        if (me.is(Role.ADMINISTRATOR)) {
            menu.add(new MenuItem("safeguards", "/safeguards", "Safeguards"));
            menu.add(new MenuItem("letters", "/letters", "Letters"));
        }
        menu.add(new MenuItem("lessons", "/modules", "Lessons"));
        menu.add(new MenuItem("count", "/how-we-count", "How we count"));
        return menu;
    }

    private static SchoolService schools() {
        return Arc.container().instance(SchoolService.class).get();
    }
}
