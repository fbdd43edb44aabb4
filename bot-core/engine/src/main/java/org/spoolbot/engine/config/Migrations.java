package org.spoolbot.engine.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.spoolbot.engine.config.Node.Entry;
import org.spoolbot.engine.config.Node.Rows;
import org.spoolbot.engine.config.Node.Scalar;
import org.spoolbot.engine.config.Node.Table;

/** The steps from each form of a file to the next. Pure. */
final class Migrations {
    private static final String LIMITS = "spoolbot.admin.quota";
    private static final String COMMUNITY = "spoolbot.admin.community";

    private Migrations() {}

    /** Permissions 1 to 2: who divides a community's limits may set its channels, roles and defaults too. */
    static Table communityAdmins(Table file) {
        return with(file, "groups", groups -> mapped(groups, group -> with(group, "permissions", Migrations::granted)));
    }

    private static Node granted(Node permissions) {
        if (!(permissions instanceof Rows(List<Node> values, Place place))) {
            return permissions;
        }
        if (!holds(values, LIMITS) || holds(values, COMMUNITY)) {
            return permissions;
        }
        List<Node> more = new ArrayList<>(values);
        more.add(new Scalar(COMMUNITY, COMMUNITY, place));
        return new Rows(more, place);
    }

    private static boolean holds(List<Node> values, String right) {
        return values.stream().anyMatch(value -> value instanceof Scalar scalar && scalar.text().equals(right));
    }

    /** What cannot be changed because it is no table stays: reading it tells the fault. */
    private static Node mapped(Node node, UnaryOperator<Table> change) {
        if (!(node instanceof Table table)) {
            return node;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        table.entries().forEach((key, entry) -> entries.put(
                key, new Entry(entry.place(), entry.value() instanceof Table inner ? change.apply(inner) : entry.value())));
        return new Table(entries, table.place());
    }

    private static Table with(Table table, String key, UnaryOperator<Node> change) {
        Entry old = table.entries().get(key);
        if (old == null) {
            return table;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(table.entries());
        entries.put(key, new Entry(old.place(), change.apply(old.value())));
        return new Table(entries, table.place());
    }
}
