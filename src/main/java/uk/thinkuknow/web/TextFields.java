package uk.thinkuknow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the form fields of a resource that may hold more than one line, and those that are not checked for invisible
 * characters. A name that ends with a colon means all fields whose names start with it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TextFields {
    String[] ofLines() default {};

    /** Lists pasted from elsewhere: the resource reads them line by line and drops invisible characters. */
    String[] unchecked() default {};
}
