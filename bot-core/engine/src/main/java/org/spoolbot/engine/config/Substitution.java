package org.spoolbot.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${file:PATH}} in. What is filled in is taken as it is. */
final class Substitution {
    private static final int MAX_FILE_BYTES = 64 * 1024;
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)(}?)");
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);
    private static final String FORMS = "write ${NAME}, ${NAME:-default} or ${file:PATH}";

    private final Function<String, Optional<String>> environment;

    Substitution(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** The text with everything filled in; empty where something cannot be, which is a fault. */
    Optional<String> fill(String text, Place place, Faults faults) {
        if (!text.contains("${")) {
            return Optional.of(text);
        }
        StringBuilder filled = new StringBuilder();
        boolean complete = true;
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            Optional<String> value = value(hole.group(1), !hole.group(2).isEmpty(), place, faults);
            complete &= value.isPresent();
            hole.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
        }
        hole.appendTail(filled);
        return complete ? Optional.of(filled.toString()) : Optional.empty();
    }

    /** A fault quotes nothing that may be a key: people also put the key itself between the braces. */
    private Optional<String> value(String inside, boolean closed, Place place, Faults faults) {
        if (!closed) {
            faults.add(place, "a '${' has no '}'", FORMS + "; a value that holds '${' itself can come from a file");
            return Optional.empty();
        }
        if (inside.contains("${")) {
            faults.add(place, "a '${…}' stands inside another", "name one variable, with a plain default");
            return Optional.empty();
        }
        if (inside.startsWith("file:")) {
            return file(inside.substring("file:".length()), place, faults);
        }
        Matcher variable = VARIABLE.matcher(inside);
        if (!variable.matches()) {
            faults.add(place, "what stands between '${' and '}' is no name of a variable", FORMS);
            return Optional.empty();
        }
        return variable(variable.group(1), Optional.ofNullable(variable.group(2)), place, faults);
    }

    private Optional<String> variable(String name, Optional<String> otherwise, Place place, Faults faults) {
        Optional<String> set = environment.apply(name);
        if (otherwise.isPresent()) {
            // As in a shell, :- also stands in for a variable that is set to nothing.
            return set.filter(value -> !value.isEmpty()).or(() -> otherwise);
        }
        if (set.isEmpty()) {
            faults.add(place, "the environment variable " + name + " is not set", "set it, or write ${" + name + ":-default}");
        }
        return set;
    }

    private static Optional<String> file(String name, Place place, Faults faults) {
        try (InputStream content = Files.newInputStream(Path.of(name))) {
            byte[] bytes = content.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length <= MAX_FILE_BYTES) {
                return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
            }
            faults.add(place, "the file " + name + " is larger than 64 KiB", "name the file that holds the value alone");
        } catch (IOException | InvalidPathException fault) {
            faults.add(place, "the file " + name + " cannot be read", "check that it exists and that the server may read it");
        }
        return Optional.empty();
    }
}
