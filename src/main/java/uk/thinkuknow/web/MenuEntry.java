package uk.thinkuknow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Adds the path of the annotated resource to the staff menu. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(MenuEntry.Several.class)
public @interface MenuEntry {
    /** The key of its words in the messages. */
    String words();

    /**
     * The order in the menu, lowest first: a teacher's day from 100, other work from 200, the programme from 400, the
     * installation from 700.
     */
    int place();

    /** The roles that have this entry; everyone if empty. */
    String[] roles() default {};

    /** The roles that do not have it, although they also have one of the roles above. */
    String[] except() default {};

    /** The key by which a page marks the entry as current; the path if empty. */
    String key() default "";

    When when() default When.ALWAYS;

    /** The role whose home page after sign-in is this path. */
    String startOf() default "";

    /** When the entry is shown, besides the role. */
    enum When {
        ALWAYS,
        WITH_A_SCHOOL,
        MENU_IS_EMPTY,
        MENU_IS_SHORT
    }

    /** Holds the entries of a class that has more than one. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        MenuEntry[] value();
    }
}
