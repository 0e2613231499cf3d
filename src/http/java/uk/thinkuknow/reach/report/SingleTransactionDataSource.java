package uk.thinkuknow.reach.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;

/** A data source with a single connection that stays in one transaction: it ignores close, commit and rollback. */
public final class SingleTransactionDataSource {
    private static final Set<String> LEFT_OUT = Set.of("close", "commit", "rollback", "setAutoCommit");

    private SingleTransactionDataSource() {}

    public static DataSource of(Connection connection) {
        var inside = proxy(Connection.class, (proxy, method, values) -> {
            if (LEFT_OUT.contains(method.getName())) {
                return null;
            }
            try {
                return method.invoke(connection, values);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return proxy(DataSource.class, (proxy, method, values) -> inside);
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
