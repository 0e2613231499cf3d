package uk.thinkuknow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Wraps MariaDB's JDBC driver and passes every SQL statement to StatementRecorder before it is sent. A statement that is
 * not closed fails: the pool cancels it when its connection is returned, and for that MariaDB's driver opens another
 * connection, which costs as much as a whole page.
 */
public class RecordingDriver implements Driver {
    private static final Pattern TAKES_SQL = Pattern.compile("prepare.*|execute.*|addBatch|nativeSQL");

    private final Driver mariadb = new org.mariadb.jdbc.Driver();

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        return (Connection) recording(Connection.class, mariadb.connect(url, properties));
    }

    private static Object recording(Class<?> type, Object target) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (arguments != null
                    && arguments.length > 0
                    && arguments[0] instanceof String sql
                    && TAKES_SQL.matcher(method.getName()).matches()) {
                StatementRecorder.record(sql);
            }
            if (method.getName().equals("cancel")) {
                throw new AssertionError("a statement was not closed before its connection");
            }
            var result = call(target, method, arguments);
            var returned = method.getReturnType();
            return Statement.class.isAssignableFrom(returned) ? recording(returned, result) : result;
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return mariadb.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return mariadb.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return mariadb.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return mariadb.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return mariadb.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return mariadb.getParentLogger();
    }
}
