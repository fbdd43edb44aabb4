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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a YAML text into nodes that know their lines. Anchors, tags and second documents are faults. */
final class YamlReader {
    private final YAMLFactory yaml = new YAMLFactory();
    private final Substitution substitution;

    YamlReader(Substitution substitution) {
        this.substitution = substitution;
    }

    /** The keys at the top of a file, none for an empty file; empty if it is not the YAML that is wanted, which is a fault. */
    Optional<Node.Table> read(String file, String text, Faults faults) {
        try (YAMLParser parser = yaml.createParser(text)) {
            return new Walk(parser, file, faults).document();
        } catch (JsonProcessingException fault) {
            explain(new Place(file, line(fault, text)), text, faults);
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int line(JsonProcessingException fault, String text) {
        if (fault.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 1;
            // What is never closed is missed at the end, and stands where it began.
            return line > text.lines().count() && marked.getContextMark() != null ? marked.getContextMark().getLine() + 1 : line;
        }
        return fault.getLocation() == null ? 0 : Math.max(0, fault.getLocation().getLineNr());
    }

    private static void explain(Place place, String text, Faults faults) {
        String line = place.line() < 1 ? "" : text.lines().skip(place.line() - 1L).findFirst().orElse("");
        if (line.substring(0, line.length() - line.stripLeading().length()).contains("\t")) {
            faults.add(place, "a tab stands at the beginning of the line", "indent with blanks");
            return;
        }
        if (line.matches(".*[\\[{].*\\$\\{.*")) {
            faults.add(place, "this is no YAML", "inside { } and [ ] put quotes around it: \"${NAME}\"");
            return;
        }
        faults.add(place, "this is no YAML", "look here and above for a missing quote, colon or bracket, or a wrong indentation");
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

        private Optional<Node.Table> document() throws IOException {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Optional.of(new Node.Table(Map.of(), new Place(file, 1)));
            }
            Place start = here();
            Node top = node(first);
            if (parser.nextToken() != null) {
                faults.add(here(), "a second document begins here", "remove the line '---' and write all keys in one");
                return Optional.empty();
            }
            if (first == JsonToken.VALUE_NULL) {
                return Optional.of(new Node.Table(Map.of(), start));
            }
            if (top instanceof Node.Table table) {
                return Optional.of(table);
            }
            faults.add(start, "the file must consist of keys with values", "write 'key: value'");
            return Optional.empty();
        }

        private Node node(@Nullable JsonToken token) throws IOException {
            Place place = here();
            if (parser.isCurrentAlias()) {
                faults.add(place, "'*' refers to another place of the file", "write the value itself, or put '*' in quotes");
                return new Node.Broken(place);
            }
            boolean tagged = parser.getTypeId() != null;
            Node node = plain(token, place);
            if (tagged) {
                faults.add(place, "'!' gives the value a type of its own", "write the value alone, or put '!' in quotes");
                return new Node.Broken(place);
            }
            return node;
        }

        private Node plain(@Nullable JsonToken token, Place place) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                return table(place);
            }
            if (token == JsonToken.START_ARRAY) {
                return rows(place);
            }
            String written = token == null || token == JsonToken.VALUE_NULL ? "" : parser.getText();
            Optional<String> filled = substitution.fill(written, place, faults);
            return filled.isPresent() ? new Node.Scalar(written, filled.get(), place) : new Node.Broken(place);
        }

        private Node.Table table(Place start) throws IOException {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Place place = here();
                String key = parser.currentName();
                Node value = node(parser.nextToken());
                boolean merge = key.equals("<<") && value instanceof Node.Broken;
                if (!merge && entries.putIfAbsent(key, new Node.Entry(place, value)) != null) {
                    faults.add(place, "'" + key + "' stands here twice", "remove one");
                }
            }
            return new Node.Table(entries, start);
        }

        private Node.Rows rows(Place start) throws IOException {
            List<Node> values = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
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
