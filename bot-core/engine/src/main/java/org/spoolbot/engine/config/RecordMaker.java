package org.spoolbot.engine.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.config.Secret;
import org.spoolbot.engine.config.Node.Entry;
import org.spoolbot.engine.config.Node.Table;

/** Calls a record's constructor and turns what it refuses into faults, one a line of its message. */
final class RecordMaker {
    private static final String MASK = "****";

    private final Faults faults;

    RecordMaker(Faults faults) {
        this.faults = faults;
    }

    /**
     * The record; empty if its constructor refused the values.
     *
     * @param written where they stand
     * @param secrets what no fault may quote
     */
    Optional<Object> make(Class<?> type, List<Object> values, Table written, List<Secret> secrets) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                masked(String.valueOf(reason.getMessage()), secrets).lines().forEach(line -> tell(line, written));
                return Optional.empty();
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", refused.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(type.getName() + " cannot be filled", wrong);
        }
    }

    private void tell(String line, Table written) {
        int end = line.indexOf("; ");
        String problem = end < 0 ? line : line.substring(0, end);
        faults.add(place(problem, written), problem, end < 0 ? "" : line.substring(end + 2));
    }

    /** A problem that begins with the path of a key stands where that key does. */
    private static Place place(String problem, Table written) {
        Place place = written.place();
        Table table = written;
        String path = problem.split(" ", 2)[0].replaceFirst(":$", "");
        boolean first = true;
        for (String name : path.split("\\.")) {
            Optional<Entry> entry = Optional.ofNullable(table.entries().get(name));
            if (entry.isEmpty() && !first) {
                return place;
            }
            // The first name may be that of the section itself.
            first = false;
            place = entry.map(Entry::place).orElse(place);
            table = entry.map(Entry::value).filter(Table.class::isInstance).map(Table.class::cast).orElse(table);
        }
        return place;
    }

    private static String masked(String message, List<Secret> secrets) {
        String shown = message;
        for (Secret secret : secrets) {
            shown = secret.isEmpty() ? shown : shown.replace(secret.reveal(), MASK);
        }
        return shown;
    }
}
