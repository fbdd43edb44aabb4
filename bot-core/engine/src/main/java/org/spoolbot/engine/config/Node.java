package org.spoolbot.engine.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file with the place where it stands. */
sealed interface Node {
    /** Where it begins. */
    Place place();

    /**
     * A plain value.
     *
     * @param written as in the file, safe to show
     * @param text with everything filled in; may be a secret
     * @param place where it stands
     */
    record Scalar(String written, String text, Place place) implements Node {
        private static final int MAX_SHOWN = 80;

        boolean isBlank() {
            return text.isBlank();
        }

        /** As in the file, cut where it is long. */
        String shown() {
            return written.length() <= MAX_SHOWN ? written : written.substring(0, MAX_SHOWN) + "…";
        }
    }

    /** Keys with values, in the order of the file. */
    record Table(Map<String, Entry> entries, Place place) implements Node {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }
    }

    /** Values one below another. */
    record Rows(List<Node> values, Place place) implements Node {
        public Rows {
            values = List.copyOf(values);
        }
    }

    /** A value whose fault has been told already. */
    record Broken(Place place) implements Node {}

    /**
     * A key's value.
     *
     * @param place where the key stands
     * @param value what it has
     */
    record Entry(Place place, Node value) {}
}
