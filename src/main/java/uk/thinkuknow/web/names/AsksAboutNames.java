package uk.thinkuknow.web.names;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the form fields of a resource in which somebody may write a child's name. The user is asked before such a form
 * is kept; a path that ends with {@code /check} keeps nothing, so nobody is asked there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AsksAboutNames {
    String[] value();
}
