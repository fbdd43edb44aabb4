package org.spoolbot.engine.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a YAML text into nodes that know their lines. */
final class YamlReader {
    private final YAMLFactory yaml = new YAMLFactory();
    private final Substitution substitution;

    YamlReader(Substitution substitution) {
        this.substitution = substitution;
    }

    /** The keys at the top of a file; empty for an empty file or one that is no YAML. */
    Node.Table read(String file, String text, Faults faults) {
        try (YAMLParser parser = yaml.createParser(text)) {
            Walk walk = new Walk(parser, file, faults);
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return empty(file);
            }
            if (walk.node(first) instanceof Node.Table table) {
                return table;
            }
            faults.add(new Place(file, 1), "the file must consist of keys with values", "write 'key: value'");
        } catch (JsonProcessingException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
            faults.add(new Place(file, line), "this is no YAML", "look for a missing quote, a tab or a wrong indentation");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return empty(file);
    }

    private static Node.Table empty(String file) {
        return new Node.Table(Map.of(), new Place(file, 1));
    }

    /** One pass over a file. */
    private final class Walk {
        private final YAMLParser parser;
        private final String file;
        private final Faults faults;

        private Walk(YAMLParser parser, String file, Faults faults) {
            this.parser = parser;
            this.file = file;
            this.faults = faults;
        }

        private Node node(@Nullable JsonToken token) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                return table();
            }
            if (token == JsonToken.START_ARRAY) {
                return rows();
            }
            String written = token == JsonToken.VALUE_NULL ? "" : parser.getText();
            return new Node.Scalar(written, substitution.fill(written, here(), faults), here());
        }

        private Node.Table table() throws IOException {
            Place start = here();
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Place place = here();
                String key = parser.currentName();
                Node value = node(parser.nextToken());
                if (entries.putIfAbsent(key, new Node.Entry(place, value)) != null) {
                    faults.add(place, "'" + key + "' stands here twice", "remove one");
                }
            }
            return new Node.Table(entries, start);
        }

        private Node.Rows rows() throws IOException {
            Place start = here();
            List<Node> values = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                values.add(node(token));
            }
            return new Node.Rows(values, start);
        }

        private Place here() {
            JsonLocation location = parser.currentTokenLocation();
            return new Place(file, location.getLineNr());
        }
    }
}
