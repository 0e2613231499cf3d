package uk.thinkuknow.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.stream.Stream;

/** Lists the classes of the product's beans, so that their annotations can be read. */
public final class BeanClasses {
    private BeanClasses() {}

    public static Stream<Class<?>> of(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.getName().startsWith("uk.thinkuknow."))
                .distinct();
    }
}
