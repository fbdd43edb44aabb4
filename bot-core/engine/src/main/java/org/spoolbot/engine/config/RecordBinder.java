package org.spoolbot.engine.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.spoolbot.api.config.Secret;
import org.spoolbot.engine.config.Node.Rows;
import org.spoolbot.engine.config.Node.Scalar;
import org.spoolbot.engine.config.Node.Table;

/** Makes records of nodes. What the operator's file leaves out comes from the file that ships. Not thread-safe. */
final class RecordBinder {
    /** Every file may carry it, whether or not its record asks for it. */
    static final String VERSION_KEY = "config-version";

    private final Faults faults;
    private final Consumer<Secret> secrets;

    RecordBinder(Faults faults, Consumer<Secret> secrets) {
        this.faults = faults;
        this.secrets = secrets;
    }

    /** The record; empty if there was a fault. */
    <C extends Record> Optional<C> bind(Class<C> type, Table mine, Table shipped) {
        int before = faults.count();
        Optional<Object> made = table(type, Optional.of(mine), Optional.of(shipped), mine.place(), List.of(VERSION_KEY));
        return faults.count() > before ? Optional.empty() : made.map(type::cast);
    }

    private Optional<Object> table(
            Class<?> type, Optional<Table> mine, Optional<Table> shipped, Place section, List<String> alsoKnown) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(component -> kebab(component.getName())).toList();
        mine.ifPresent(table -> reportUnknown(table, known, alsoKnown));
        int before = faults.count();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            String key = kebab(component.getName());
            Slot slot = new Slot(key, mine.flatMap(table -> table.get(key)), shipped.flatMap(table -> table.get(key)), section);
            value(component.getGenericType(), slot).ifPresent(values::add);
        }
        return faults.count() > before ? Optional.empty() : construct(type, values, section);
    }

    private void reportUnknown(Table table, List<String> known, List<String> alsoKnown) {
        table.entries().forEach((key, entry) -> {
            if (!known.contains(key) && !alsoKnown.contains(key)) {
                faults.add(entry.place(), "'" + key + "' is not a setting", Spelling.remedy(key, known));
            }
        });
    }

    private Optional<Object> value(Type type, Slot slot) {
        if (type instanceof ParameterizedType generic) {
            return genericValue(generic, slot);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == LimitList.class) {
            return LimitList.read(slot.either(), faults).map(Object.class::cast);
        }
        return plain.isRecord() && !Scalars.knows(plain) ? nested(plain, slot) : scalar(plain, slot);
    }

    private Optional<Object> genericValue(ParameterizedType type, Slot slot) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return optional(arguments[0], slot);
        }
        if (type.getRawType() == List.class) {
            return list(arguments[0], slot);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return map(arguments[1], slot);
        }
        throw new IllegalArgumentException("settings cannot hold a " + type.getTypeName());
    }

    private Optional<Object> optional(Type inner, Slot slot) {
        boolean absent = slot.either().isEmpty()
                || slot.either().get() instanceof Scalar scalar && scalar.isBlank();
        if (absent) {
            return Optional.of(Optional.empty());
        }
        return value(inner, slot).map(Optional::of);
    }

    private Optional<Object> list(Type inner, Slot slot) {
        if (slot.isBlank()) {
            return Optional.of(List.of());
        }
        if (!(slot.either().orElseThrow() instanceof Rows rows)) {
            faults.add(slot.place(), "'" + slot.key() + "' must be a list", "write each value on a line of its own after '- '");
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (Node row : rows.values()) {
            value(inner, new Slot(slot.key(), Optional.of(row), Optional.empty(), row.place())).ifPresent(values::add);
        }
        return Optional.of(List.copyOf(values));
    }

    private Optional<Object> map(Type inner, Slot slot) {
        if (slot.isBlank()) {
            return Optional.of(Map.of());
        }
        if (!(slot.either().orElseThrow() instanceof Table table)) {
            faults.add(slot.place(), "'" + slot.key() + "' must hold names with values", "write 'name: value' below it");
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        table.entries().forEach((key, entry) -> value(inner, new Slot(key, Optional.of(entry.value()), Optional.empty(), entry.place()))
                .ifPresent(value -> values.put(key, value)));
        return Optional.of(Collections.unmodifiableMap(values));
    }

    private Optional<Object> nested(Class<?> type, Slot slot) {
        Optional<Node> wrong = slot.mine().filter(node -> !(node instanceof Table) && !isBlank(node));
        if (wrong.isPresent()) {
            faults.add(slot.place(), "'" + slot.key() + "' must hold keys with values", "write them below it, indented by two blanks");
            return Optional.empty();
        }
        return table(type, slot.mine().flatMap(RecordBinder::asTable), slot.shipped().flatMap(RecordBinder::asTable), slot.place(), List.of());
    }

    private Optional<Object> scalar(Class<?> type, Slot slot) {
        if (slot.either().isEmpty()) {
            faults.add(slot.section(), "'" + slot.key() + "' is missing", "write " + Scalars.form(type));
            return Optional.empty();
        }
        if (!(slot.either().get() instanceof Scalar scalar)) {
            faults.add(slot.place(), "'" + slot.key() + "' must be a single value", "write " + Scalars.form(type));
            return Optional.empty();
        }
        Optional<Object> value = Scalars.read(type, scalar.text());
        if (value.isEmpty()) {
            faults.add(slot.place(), "'" + slot.key() + "' cannot be '" + scalar.written() + "'", "write " + Scalars.form(type));
        }
        if (value.orElse("") instanceof Secret secret) {
            secrets.accept(secret);
        }
        return value;
    }

    private Optional<Object> construct(Class<?> type, List<Object> values, Place section) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                faults.add(section, String.valueOf(reason.getMessage()), "");
                return Optional.empty();
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", refused.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(type.getName() + " cannot be filled", wrong);
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof Scalar scalar && scalar.isBlank();
    }

    private static Optional<Table> asTable(Node node) {
        return node instanceof Table table ? Optional.of(table) : Optional.empty();
    }

    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** A component's place in both files. */
    private record Slot(String key, Optional<Node> mine, Optional<Node> shipped, Place section) {
        Optional<Node> either() {
            return mine.or(() -> shipped);
        }

        boolean isBlank() {
            return either().isEmpty() || RecordBinder.isBlank(either().get());
        }

        Place place() {
            return either().map(Node::place).orElse(section);
        }
    }
}
