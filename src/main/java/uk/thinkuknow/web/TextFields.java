package uk.thinkuknow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the form fields of a resource that may hold more than one line; a name with a colon at its end stands for all that begin so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TextFields {
    String[] ofLines() default {};

    /** Lists copied from elsewhere: the resource reads them line by line and drops invisible characters. */
    String[] unchecked() default {};
}
