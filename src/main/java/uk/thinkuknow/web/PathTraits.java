package uk.thinkuknow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares properties of a resource's path for the request filters, which run before the resource method is known. On a
 * class it holds for all paths below it, unless a longer path has traits of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PathTraits {
    Trait[] value() default {};

    Importance importance() default Importance.STAFF;

    /** The largest form with files, in MB; 0 if the path takes no form with files. */
    int megabytes() default 0;

    /** Paths that are not JAX-RS resources; one that ends with a slash includes all paths below it. */
    String[] paths() default {};

    /** A property of a path. */
    enum Trait {
        /** A page or file for children: no cookie, and forms may be sent to this site only. */
        FOR_CHILDREN,
        /** Open to everyone and the same for everyone, so caches may keep it. */
        FOR_EVERYONE,
        /** A form that works without a sign-in, or ends one. */
        WITHOUT_SIGN_IN,
        /** Shows other pages of this site in frames, or is shown in one. */
        IN_FRAMES,
        /** May record sound with the microphone. */
        RECORDS_SOUND
    }
}
