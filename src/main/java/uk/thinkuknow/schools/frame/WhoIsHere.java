package uk.thinkuknow.schools.frame;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/** What the frame of a staff page says of the person who is signed in: {@code {me:frame}}. */
@TemplateExtension(namespace = "me")
class WhoIsHere {
    /** Whom the pages of the lessons are open to. */
    private static final List<String> READERS = List.of(Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR);

    /** Who writes and reviews lessons. */
    private static final List<String> AUTHORS = List.of(Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR);

    /** Who trains and is trained, or looks after it; everyone else finds it at the foot of each page. */
    private static final List<String> TRAINED = List.of(Role.TRAINER, Role.DSL, Role.MANAGER, Role.AUDITOR);

    /** A menu of so many lines takes the whole width of the window, and has no room for more than it must. */
    private static final int LONG = 12;

    /** So many fit on a phone; more are folded. */
    private static final int FEW = 3;

    private WhoIsHere() {}

    /** A line of the menu; the key is what a page calls itself. */
    record MenuItem(String key, String href, String words) {}

    /** Her name, her part ("Teacher, Oakfield Primary School"), whether she has other schools, and the lines of her menu. */
    record Frame(String name, String part, boolean several, List<MenuItem> menu) {
        public boolean isLong() {
            return menu.size() >= LONG;
        }

        public boolean isFolded() {
            return menu.size() > FEW;
        }

        /** What the line is called that a page lies under; empty for a page under none. */
        public String here(String nav) {
            return menu.stream()
                    .filter(item -> item.key().equals(nav))
                    .map(MenuItem::words)
                    .findFirst()
                    .orElse("");
        }
    }

    static Frame frame() {
        var me = Arc.container().instance(PeopleService.class).get().me();
        return new Frame(me.name(), part(me), several(me), menu(me));
    }

    private static boolean several(StaffMember me) {
        return me.schoolId() != null && schoolsOfStaff().several(me.id());
    }

    private static String part(StaffMember me) {
        var school = me.schoolId();
        if (me.is(Role.MANAGER)) {
            return me.scope().isProgramme()
                    ? "Programme manager"
                    : "Programme manager, " + schools().nameOf(me.scope());
        }
        var atSchool = school == null ? "" : ", " + schools().school(school).name();
        if (school != null && schoolsOfStaff().isAdministratorOf(me.id(), school)) {
            return "School administrator" + atSchool;
        }
        if (me.is(Role.DSL)) {
            return "Safeguarding lead" + atSchool;
        }
        if (me.is(Role.TEACHER)) {
            return "Teacher" + atSchool;
        }
        return me.is(Role.TRAINER)
                ? "Trainer"
                : me.is(Role.ADMINISTRATOR)
                        ? "Administrator"
                        : me.is(Role.AUDITOR) ? "Auditor" : me.is(Role.REVIEWER) ? "Reviewer" : "";
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
        if (me.is(Role.DSL)) {
            menu.add(new MenuItem("worries", "/worries", "Worries" + waiting("worries", me)));
        }
        if ((me.is(Role.TEACHER) || me.is(Role.DSL)) && me.schoolId() != null) {
            menu.add(new MenuItem("people", "/people", "People"));
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
            menu.add(new MenuItem("coverage", "/coverage", "Coverage"));
            menu.add(new MenuItem("outcomes", "/outcomes", "Outcomes"));
            menu.add(new MenuItem("missing", "/missing-returns", "Missing returns"));
            menu.add(new MenuItem("targets", "/targets", "Targets"));
            menu.add(new MenuItem("worry-counts", "/worry-counts", "Worries"));
            menu.add(new MenuItem("schools", "/schools", "Schools"));
        }
        if (TRAINED.stream().anyMatch(me::is)) {
            menu.add(new MenuItem("training", "/training", "Training"));
        }
        if (me.is(Role.ADMINISTRATOR) && !me.is(Role.MANAGER)) {
            menu.add(new MenuItem("schools", "/schools", "Schools"));
        }
        if (me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR)) {
            menu.add(new MenuItem("claims", "/claims", "Schools’ people"));
        }
        if (me.is(Role.ADMINISTRATOR)) {
            menu.add(new MenuItem("accounts", "/accounts", "Accounts"));
            menu.add(new MenuItem("safeguards", "/safeguards", "Safeguards"));
            menu.add(new MenuItem("retention", "/retention", "Retention"));
            menu.add(new MenuItem("welsh", "/welsh", "Welsh"));
            menu.add(new MenuItem("letters", "/letters", "Letters"));
            menu.add(new MenuItem("webhooks", "/webhooks", "Webhooks"));
            menu.add(new MenuItem("public-figures", "/public-figures", "Public figures"));
            menu.add(new MenuItem("system", "/system", "System"));
        }
        if (me.is(Role.AUDITOR) && !me.is(Role.MANAGER)) {
            menu.add(new MenuItem("reach", "/reach", "Reach"));
            menu.add(new MenuItem("targets", "/targets", "Targets"));
            menu.add(new MenuItem("coverage", "/coverage", "Coverage"));
            menu.add(new MenuItem("outcomes", "/outcomes", "Outcomes"));
            menu.add(new MenuItem("periods", "/periods", "Closed periods"));
        }
        if (me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR) || me.is(Role.AUDITOR)) {
            menu.add(new MenuItem("audit", "/audit", "Audit"));
        }
        if (READERS.stream().anyMatch(me::is)) {
            menu.add(new MenuItem("lessons", "/modules", "Lessons"));
        }
        if (AUTHORS.stream().anyMatch(me::is)) {
            menu.add(new MenuItem("studio", "/studio", "Studio"));
        }
        if (menu.isEmpty()) {
            menu.add(new MenuItem("claim", "/claim", "Find your school"));
        }
        if (menu.size() < LONG) { // else it stands at the foot of each page, as it does for everyone
            menu.add(new MenuItem("count", "/how-we-count", "How we count"));
        }
        return menu;
    }

    /** " (2)" where something waits, else nothing. */
    private static String waiting(String key, StaffMember me) {
        long count = Arc.container().listAll(MenuCount.class).stream()
                .map(InstanceHandle::get)
                .filter(each -> each.key().equals(key))
                .mapToLong(each -> each.count(me))
                .sum();
        return count == 0 ? "" : " (" + count + ")";
    }

    private static SchoolsOfStaff schoolsOfStaff() {
        return Arc.container().instance(SchoolsOfStaff.class).get();
    }

    private static SchoolService schools() {
        return Arc.container().instance(SchoolService.class).get();
    }
}
