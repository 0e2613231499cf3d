package uk.thinkuknow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the filters about the path of a resource, before its method is known. On a class it holds for all paths below, unless a
 * longer path has traits of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PathTraits {
    Trait[] value() default {};

    Importance importance() default Importance.STAFF;

    /** Paths that are not those of JAX-RS; one that ends with a slash stands for all below it. */
    String[] paths() default {};

    /** What is different about a path. */
    enum Trait {
        /** A page or file for children: no cookie, and forms go nowhere but here. */
        FOR_CHILDREN,
        /** Open to everyone and the same for everyone, so caches may keep it. */
        FOR_EVERYONE,
        /** A form that works without a sign-in, or ends one. */
        WITHOUT_SIGN_IN,
        /** Takes uploads larger than a form. */
        TAKES_FILES,
        /** Shows other pages of ours in frames, or is shown in one. */
        IN_FRAMES,
        /** May record sound with the microphone. */
        RECORDS_SOUND
    }
}
