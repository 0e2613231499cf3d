package uk.thinkuknow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts the path of a resource into the menu of staff. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(MenuEntry.Several.class)
public @interface MenuEntry {
    String words();

    /** The lowest comes first: a teacher's day from 100, other work from 200, the programme from 400, the installation from 700. */
    int place();

    /** Roles with this entry; everyone if empty. */
    String[] roles() default {};

    /** Roles without it, though they have one of the roles above. */
    String[] except() default {};

    /** The name under which a page marks the entry as current; the path if empty. */
    String key() default "";

    When when() default When.ALWAYS;

    /** The role that starts here after sign-in. */
    String startOf() default "";

    /** A condition besides the role. */
    enum When {
        ALWAYS,
        WITH_A_SCHOOL,
        MENU_IS_EMPTY,
        MENU_IS_SHORT
    }

    /** Several entries of one path. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        MenuEntry[] value();
    }
}
