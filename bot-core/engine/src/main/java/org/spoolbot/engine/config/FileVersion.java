package org.spoolbot.engine.config;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.spoolbot.engine.config.Node.Scalar;
import org.spoolbot.engine.config.Node.Table;

/** Brings a file of an earlier version to the form of today, in memory; the operator's file stays as it is. */
final class FileVersion {
    private FileVersion() {}

    /**
     * The keys as the server of today reads them.
     *
     * @param steps the first leads from version 1 to 2, and so on
     */
    static Table current(Table file, List<UnaryOperator<Table>> steps, Faults faults) {
        int newest = steps.size() + 1;
        Optional<Integer> version = version(file, newest);
        if (version.isEmpty() || version.get() < 1 || version.get() > newest) {
            Place place = file.get(RecordBinder.VERSION_KEY).map(Node::place).orElse(file.place());
            faults.add(place, "this server does not know this version of the file", "config-version is 1 to " + newest);
            return file;
        }
        Table migrated = file;
        for (UnaryOperator<Table> step : steps.subList(version.get() - 1, steps.size())) {
            migrated = step.apply(migrated);
        }
        return migrated;
    }

    private static Optional<Integer> version(Table file, int newest) {
        Optional<Node> written = file.get(RecordBinder.VERSION_KEY);
        if (written.isEmpty()) {
            return Optional.of(newest);
        }
        return written.get() instanceof Scalar scalar
                ? Scalars.read(Integer.class, scalar.text()).map(Integer.class::cast)
                : Optional.empty();
    }
}
