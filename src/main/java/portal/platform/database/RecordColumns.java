package portal.platform.database;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.NoSuchMapperException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * How a record is put together from one statement's columns. Jdbi's own mapper does the same through more layers, which
 * lists notice: they call it for hundreds of values.
 */
final class RecordColumns<T> implements RowMapper<T> {
    private final MethodHandle constructor;
    private final Component[] components;

    /** Reads one component from a row. */
    private interface Component {
        Object read(ResultSet row, StatementContext context) throws SQLException;
    }

    private RecordColumns(MethodHandle constructor, Component[] components) {
        this.constructor = constructor;
        this.components = components;
    }

    /**
     * Finds the columns of a record.
     *
     * @throws IllegalArgumentException when a component has no column
     */
    static <T> RecordColumns<T> of(Class<T> type, ResultSet row, StatementContext context) throws SQLException {
        return of(type, positions(row.getMetaData()), context);
    }

    private static Map<String, Integer> positions(ResultSetMetaData columns) throws SQLException {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            positions.putIfAbsent(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
        }
        return positions;
    }

    private static <T> RecordColumns<T> of(Class<T> type, Map<String, Integer> positions, StatementContext context) {
        RecordComponent[] described = type.getRecordComponents();
        Component[] components = new Component[described.length];
        for (int i = 0; i < components.length; i++) {
            components[i] = component(described[i], positions, context);
        }
        Class<?>[] types =
                Arrays.stream(described).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return new RecordColumns<>(constructor(type, types), components);
    }

    /** A component that is such a record itself is put together from the same row. */
    private static Component component(
            RecordComponent component, Map<String, Integer> positions, StatementContext context) {
        if (RecordMappers.isRow(component.getType())) {
            return of(component.getType(), positions, context)::map;
        }
        Integer position = positions.get(snakeCase(component.getName()));
        if (position == null) {
            throw new IllegalArgumentException("no column for " + component + " of " + component.getDeclaringRecord());
        }
        ColumnMapper<?> mapper = context.findColumnMapperFor(component.getGenericType())
                .orElseThrow(() -> new NoSuchMapperException("no mapper for " + component));
        int column = position;
        return (row, here) -> mapper.map(row, column, here);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static MethodHandle constructor(Class<?> type, Class<?>... components) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(components);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public T map(ResultSet row, StatementContext context) throws SQLException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].read(row, context);
        }
        try {
            return (T) constructor.invokeExact(values);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
