package portal.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Attaches SQL objects cheaply. Jdbi prepares all methods of an interface whenever it is attached to a handle, each with
 * a copy of the whole configuration; that costs more than running the statement. Here it happens once per interface, and
 * what a handle gets only says whose connection the call is for. To be installed last: it keeps the configuration.
 */
final class AttachedOnce implements JdbiPlugin, ExtensionFactory {
    private static final ThreadLocal<HandleSupplier> CURRENT = new ThreadLocal<>();

    private final Map<Class<?>, InvocationHandler> prepared = new ConcurrentHashMap<>();
    private Jdbi jdbi;
    private ConfigRegistry config;
    private Extensions sqlObjects;

    @Override
    public void customizeJdbi(Jdbi customized) {
        jdbi = customized;
        config = customized.getConfig().createCopy();
        // configurations are copied when they are first asked for: now, while this one is not in it
        sqlObjects = config.get(Extensions.class);
        customized.getConfig(Extensions.class).register(this);
    }

    @Override
    public boolean accepts(Class<?> type) {
        return type.isInterface();
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return Set.of(FactoryFlag.DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier handle) {
        InvocationHandler object = prepared.computeIfAbsent(type, this::prepare);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    HandleSupplier before = CURRENT.get();
                    CURRENT.set(handle);
                    try {
                        return object.invoke(proxy, method, arguments);
                    } finally {
                        CURRENT.set(before);
                    }
                }));
    }

    private InvocationHandler prepare(Class<?> type) {
        return Proxy.getInvocationHandler(sqlObjects
                .findFor(type, new CurrentHandle())
                .orElseThrow(() -> new IllegalArgumentException(type + " has no SQL")));
    }

    /** The handle that the thread's innermost call is for. */
    private final class CurrentHandle implements HandleSupplier {
        @Override
        public Handle getHandle() {
            return CURRENT.get().getHandle();
        }

        @Override
        public Jdbi getJdbi() {
            return jdbi;
        }

        @Override
        public ConfigRegistry getConfig() {
            return config;
        }

        @Override
        public <V> V invokeInContext(ExtensionContext context, Callable<V> task) throws Exception {
            return CURRENT.get().invokeInContext(context, task);
        }
    }
}
