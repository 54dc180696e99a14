package portal.platform.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * Begins transactions by START TRANSACTION. Jdbi by itself switches autocommit off, and on again afterwards, which is one
 * statement more for each.
 */
final class Transactions extends LocalTransactionHandler {
    private boolean begun;

    /** Each handle has its own, and runs one transaction after the other. */
    @Override
    public TransactionHandler specialize(Handle handle) {
        return new Transactions();
    }

    @Override
    public void begin(Handle handle) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute("start transaction");
            begun = true;
        } catch (SQLException failure) {
            throw new TransactionException("no transaction was begun", failure);
        }
    }

    @Override
    public void commit(Handle handle) {
        try {
            handle.getConnection().commit();
            begun = false;
        } catch (SQLException failure) {
            throw new TransactionException("not committed", failure);
        }
    }

    @Override
    public void rollback(Handle handle) {
        try {
            handle.getConnection().rollback();
            begun = false;
        } catch (SQLException failure) {
            throw new TransactionException("not rolled back", failure);
        }
    }

    @Override
    public boolean isInTransaction(Handle handle) {
        return begun;
    }
}
