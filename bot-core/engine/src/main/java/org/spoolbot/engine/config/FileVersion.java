package org.spoolbot.engine.config;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.spoolbot.engine.config.Node.Broken;
import org.spoolbot.engine.config.Node.Scalar;
import org.spoolbot.engine.config.Node.Table;

/**
 * Brings a file of an earlier version to the form of today, in memory: the operator's file and its comments stay as they are.
 *
 * @param newest the version that is read today
 * @param steps the first leads from version 1 to 2, and so on; where they are fewer, the form did not change
 */
record FileVersion(int newest, List<UnaryOperator<Table>> steps) {
    FileVersion {
        steps = List.copyOf(steps);
    }

    /** A file of the server, whose steps lead to today's form. */
    static FileVersion after(List<UnaryOperator<Table>> steps) {
        return new FileVersion(steps.size() + 1, steps);
    }

    /** A plugin's file: its newest version is the one that ships. */
    static FileVersion of(Table shipped) {
        return new FileVersion(number(shipped.get(RecordBinder.VERSION_KEY)).orElse(1), List.of());
    }

    /** The keys as the server of today reads them; empty if it knows no such version. */
    Optional<Table> current(Table file, Faults faults) {
        Optional<Node> written = file.get(RecordBinder.VERSION_KEY);
        if (written.isEmpty()) {
            return Optional.of(file);
        }
        Optional<Integer> version = number(written).filter(number -> number >= 1);
        if (version.isEmpty() || version.get() > newest) {
            refuse(written.get(), version, faults);
            return Optional.empty();
        }
        Table migrated = file;
        for (UnaryOperator<Table> step : steps.subList(Math.min(version.get() - 1, steps.size()), steps.size())) {
            migrated = step.apply(migrated);
        }
        return Optional.of(migrated);
    }

    private void refuse(Node written, Optional<Integer> version, Faults faults) {
        if (written instanceof Broken) {
            return;
        }
        if (version.isEmpty()) {
            faults.add(written.place(), "this is no version of the file", "write config-version: " + newest);
            return;
        }
        faults.add(
                written.place(),
                "the file is of version " + version.get() + ", and this program reads up to version " + newest,
                "start the newer program, or put back the file that belongs to this one");
    }

    private static Optional<Integer> number(Optional<Node> node) {
        return node.filter(Scalar.class::isInstance)
                .flatMap(scalar -> Scalars.read(Integer.class, ((Scalar) scalar).text()))
                .map(Integer.class::cast);
    }
}
