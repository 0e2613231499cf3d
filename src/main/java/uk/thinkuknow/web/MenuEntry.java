package uk.thinkuknow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Adds the path of the annotated resource to an item of the staff menu. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(MenuEntry.Several.class)
public @interface MenuEntry {
    Item item();

    /** The key of its words in the messages. */
    String words();

    /** The order in its item, lowest first; each item begins at a hundred of its own. */
    int place();

    /** The roles that have this entry; everyone if empty. */
    String[] roles() default {};

    /** The roles that do not have it, although they also have one of the roles above. */
    String[] except() default {};

    /** The key by which a page marks the entry as current; the path if empty. */
    String key() default "";

    When when() default When.ALWAYS;

    /** The items of the menu in their order, each for one kind of work. */
    enum Item {
        HOME("menu.home"),
        WORRIES("menu.worries"),
        REACH("menu.reach"),
        RETURNS("menu.returns"),
        LESSONS("menu.lessons"),
        CLASSES("menu.classes"),
        SESSIONS("menu.sessions"),
        SCHOOL("menu.school"),
        SCHOOLS("menu.schools"),
        PROFILE("menu.profile"),
        PEOPLE("menu.people"),
        SYSTEM("menu.system"),
        AUDIT("menu.audit");

        private final String words;

        Item(String words) {
            this.words = words;
        }

        /** The key of its words in the messages. */
        public String words() {
            return words;
        }
    }

    /** When the entry is shown, besides the role. */
    enum When {
        ALWAYS,
        READS_PROGRAMME,
        TEACHES,
        WITH_A_SCHOOL,
        MENU_IS_EMPTY
    }

    /** Holds the entries of a class that has more than one. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        MenuEntry[] value();
    }
}
