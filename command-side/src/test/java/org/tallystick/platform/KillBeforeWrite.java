package org.tallystick.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Ends the sequencer's server process after it has read a round and before it writes it, so many times. */
final class KillBeforeWrite extends DelegatingDataSource {

    private final TestDatabase database;
    private final AtomicInteger killed;
    private final int times;

    KillBeforeWrite(TestDatabase database, AtomicInteger killed, int times) {
        super(database.command());
        this.database = database;
        this.killed = killed;
        this.times = times;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            boolean writes = method.getName().equals("prepareStatement")
                    && ((String) arguments[0]).startsWith("INSERT INTO history.event_log");
            return writes ? killing(pid, (PreparedStatement) result) : result;
        });
    }

    private PreparedStatement killing(int pid, PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                KillBeforeWrite.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("execute") && killed.get() < times) {
                        killed.incrementAndGet();
                        database.superuser().execute("SELECT pg_terminate_backend(" + pid + ")");
                    }
                    return invoke(method, statement, arguments);
                });
    }

    private interface AfterCall {
        Object result(Method method, Object[] arguments, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, AfterCall after) {
        return type.cast(Proxy.newProxyInstance(
                KillBeforeWrite.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> after.result(method, arguments, invoke(method, target, arguments))));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
