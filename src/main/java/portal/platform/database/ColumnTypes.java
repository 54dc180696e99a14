package portal.platform.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** How our types stand in columns: times as UTC without a zone, identifiers as uuid, coded enums by their code. */
final class ColumnTypes implements JdbiPlugin {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        // the driver gives null for null, which Jdbi's own asks for once more
        jdbi.registerColumnMapper(String.class, (row, column, context) -> row.getString(column));
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            LocalDateTime value = row.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        });
        jdbi.registerArgument(new IdArgument());
        jdbi.registerColumnMapper(new IdMapper());
        jdbi.registerArgument(new CodedArgument());
        jdbi.registerColumnMapper(new CodedMapper());
        jdbi.registerRowMapper(new RecordMappers());
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.TIMESTAMP);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            LocalDateTime utc = LocalDateTime.ofInstant(value.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
            return (position, statement, context) -> statement.setObject(position, utc);
        }
    }

    private static final class IdArgument extends AbstractArgumentFactory<Id> {
        IdArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(Id value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.value());
        }
    }

    private static final class CodedArgument extends AbstractArgumentFactory<Coded> {
        CodedArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Coded value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, value.code());
        }
    }

    private static final class IdMapper implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> erased = GenericTypes.getErasedType(type);
            if (!Id.class.isAssignableFrom(erased) || !erased.isRecord()) {
                return Optional.empty();
            }
            Constructor<?> constructor = constructor(erased);
            return Optional.of((row, column, context) -> {
                UUID value = row.getObject(column, UUID.class);
                try {
                    return value == null ? null : constructor.newInstance(value);
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
            });
        }

        private static Constructor<?> constructor(Class<?> type) {
            try {
                return type.getConstructor(UUID.class);
            } catch (NoSuchMethodException exception) {
                throw new IllegalStateException(type + " is an Id without a constructor (UUID)", exception);
            }
        }
    }

    private static final class CodedMapper implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> erased = GenericTypes.getErasedType(type);
            if (!erased.isEnum() || !Coded.class.isAssignableFrom(erased)) {
                return Optional.empty();
            }
            Map<String, Object> constants = Arrays.stream(erased.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Coded) constant).code(), Function.identity()));
            return Optional.of((row, column, context) -> {
                String code = row.getString(column);
                Object constant = code == null ? null : constants.get(code);
                if (code != null && constant == null) {
                    throw new IllegalStateException(erased + " has no " + code);
                }
                return constant;
            });
        }
    }
}
