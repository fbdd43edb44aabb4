package org.spoolbot.engine.event;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.event.Subscribe.Priority;

/** Finds the methods of an object that listen. */
final class ListenerMethods {
    private ListenerMethods() {}

    /** All of them, by name; every wrong one is named in one exception. */
    static List<ListenerMethod> of(Object listener) {
        List<Method> marked = declared(listener.getClass());
        List<String> faults = marked.stream().filter(method -> !fits(method)).map(ListenerMethods::fault).toList();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        if (marked.isEmpty()) {
            throw new IllegalArgumentException(listener.getClass().getName() + " has no method marked with @Subscribe");
        }
        return marked.stream().map(method -> bound(listener, method)).toList();
    }

    private static List<Method> declared(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            Stream.of(level.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Subscribe.class) && !method.isSynthetic())
                    .filter(method -> methods.stream().noneMatch(below -> overrides(below, method)))
                    .sorted(Comparator.comparing(Method::toString))
                    .toList()
                    .forEach(methods::add);
        }
        return methods;
    }

    /** An overridden method is called by its override, not once more. */
    private static boolean overrides(Method below, Method above) {
        return !Modifier.isPrivate(above.getModifiers())
                && below.getName().equals(above.getName())
                && Arrays.equals(below.getParameterTypes(), above.getParameterTypes());
    }

    private static boolean fits(Method method) {
        return method.getParameterCount() == 1
                && Event.class.isAssignableFrom(method.getParameterTypes()[0])
                && method.getReturnType() == void.class
                && !Modifier.isStatic(method.getModifiers());
    }

    private static String fault(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName()
                + " must be an instance method with one parameter of an event type and no result";
    }

    private static ListenerMethod bound(Object listener, Method method) {
        try {
            method.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method).bindTo(listener);
            Class<? extends Event> type = method.getParameterTypes()[0].asSubclass(Event.class);
            return new ListenerMethod(handle, type, method.getAnnotation(Subscribe.class).priority(), listener);
        } catch (IllegalAccessException | RuntimeException fault) {
            throw new IllegalArgumentException(method + " cannot be called", fault);
        }
    }

    /** One of them. */
    record ListenerMethod(MethodHandle handle, Class<? extends Event> type, Priority priority, Object listener)
            implements Consumer<Event> {
        @Override
        public void accept(Event event) {
            try {
                handle.invoke(event);
            } catch (RuntimeException | Error fault) {
                throw fault;
            } catch (Throwable fault) {
                throw new ListenerFault(fault);
            }
        }
    }

    /** A checked exception of a listener. */
    static final class ListenerFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ListenerFault(Throwable cause) {
            super(cause);
        }
    }
}
