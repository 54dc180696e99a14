package portal.platform.database;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;

/** Every record of ours is a row type: its components stand in the columns of their names, in snake case. */
final class RecordMappers implements RowMapperFactory {
    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        Class<?> erased = GenericTypes.getErasedType(type);
        return isRow(erased) ? Optional.of(mappers.computeIfAbsent(erased, RecordMapper::new)) : Optional.empty();
    }

    static boolean isRow(Class<?> type) {
        return type.isRecord() && type.getPackageName().startsWith("portal") && !Id.class.isAssignableFrom(type);
    }

    /** Finds out once per statement, and not at each execution, which column belongs to which component. */
    private static final class RecordMapper<T> implements RowMapper<T> {
        private final Class<T> type;
        private final Map<String, RowMapper<T>> bySql = new ConcurrentHashMap<>();

        RecordMapper(Class<T> type) {
            this.type = type;
        }

        @Override
        public T map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet row, StatementContext context) throws SQLException {
            String sql = context.getRenderedSql();
            RowMapper<T> known = bySql.get(sql);
            if (known == null) {
                known = RecordColumns.of(type, row, context);
                bySql.put(sql, known);
            }
            return known;
        }
    }
}
