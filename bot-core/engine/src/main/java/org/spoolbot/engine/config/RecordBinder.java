package org.spoolbot.engine.config;

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
import java.util.stream.Stream;
import org.spoolbot.api.config.Secret;
import org.spoolbot.engine.config.Node.Broken;
import org.spoolbot.engine.config.Node.Rows;
import org.spoolbot.engine.config.Node.Scalar;
import org.spoolbot.engine.config.Node.Table;

/** Makes records of nodes. What the operator's file leaves out comes from the file that ships. Not thread-safe. */
final class RecordBinder {
    /** Every file may carry it, whether or not its record asks for it. */
    static final String VERSION_KEY = "config-version";

    private final Faults faults;
    private final Consumer<Secret> secrets;
    private final RecordMaker maker;
    private final List<Secret> heard = new ArrayList<>();

    RecordBinder(Faults faults, Consumer<Secret> secrets) {
        this.faults = faults;
        this.secrets = secrets;
        this.maker = new RecordMaker(faults);
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
        boolean sound = true;
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            String key = kebab(component.getName());
            Slot slot = new Slot(key, mine.flatMap(table -> table.get(key)), shipped.flatMap(table -> table.get(key)), section);
            Optional<Object> value = value(component.getGenericType(), slot);
            sound &= value.isPresent();
            value.or(() -> standIn(component.getGenericType(), slot)).ifPresent(values::add);
        }
        if (values.size() < components.length) {
            return Optional.empty();
        }
        Optional<Object> made = maker.make(type, values, mine.orElseGet(() -> new Table(Map.of(), section)), heard);
        return sound ? made : Optional.empty();
    }

    /** In place of a faulty value, so that the record can judge the others at the same time. */
    private Optional<Object> standIn(Type type, Slot slot) {
        boolean plain = slot.mine().isPresent() && slot.shipped().filter(Scalar.class::isInstance).isPresent();
        return plain ? value(type, new Slot(slot.key(), Optional.empty(), slot.shipped(), slot.section())) : Optional.empty();
    }

    private void reportUnknown(Table table, List<String> known, List<String> alsoKnown) {
        table.entries().forEach((key, entry) -> {
            if (!known.contains(key) && !alsoKnown.contains(key)) {
                faults.add(entry.place(), "'" + key + "' is not a setting", Spelling.remedy(key, Stream.concat(known.stream(), alsoKnown.stream()).toList()));
            }
        });
    }

    private Optional<Object> value(Type type, Slot slot) {
        if (slot.mine().filter(Broken.class::isInstance).isPresent()) {
            return Optional.empty();
        }
        if (type instanceof ParameterizedType generic) {
            return genericValue(generic, slot);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == LimitList.class) {
            return LimitList.read(slot.mine(), slot.shipped(), faults).map(Object.class::cast);
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
        return values.size() < rows.values().size() ? Optional.empty() : Optional.of(List.copyOf(values));
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
        return values.size() < table.entries().size() ? Optional.empty() : Optional.of(Collections.unmodifiableMap(values));
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
        if (slot.either().isEmpty() || slot.either().get() instanceof Broken) {
            faults.add(slot.section(), "'" + slot.key() + "' is missing", "write " + Scalars.form(type));
            return Optional.empty();
        }
        if (!(slot.either().get() instanceof Scalar scalar)) {
            faults.add(slot.place(), "'" + slot.key() + "' must be a single value", "write " + Scalars.form(type));
            return Optional.empty();
        }
        Optional<Object> value = Scalars.read(type, scalar.text());
        if (value.isEmpty()) {
            faults.add(slot.place(), "'" + slot.key() + "' cannot be '" + scalar.shown() + "'", "write " + Scalars.form(type));
        }
        if (value.orElse("") instanceof Secret secret) {
            heard.add(secret);
            secrets.accept(secret);
        }
        return value;
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
