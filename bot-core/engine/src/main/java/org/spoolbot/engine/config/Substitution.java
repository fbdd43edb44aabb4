package org.spoolbot.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${file:PATH}} in. */
final class Substitution {
    private static final int MAX_FILE_BYTES = 64 * 1024;
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);

    private final Function<String, Optional<String>> environment;

    Substitution(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** The text with everything filled in; what cannot be is a fault and stays empty. */
    String fill(String text, Place place, Faults faults) {
        if (!text.contains("${")) {
            return text;
        }
        return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(value(hole, place, faults)));
    }

    private String value(MatchResult hole, Place place, Faults faults) {
        String inside = hole.group(1);
        if (inside.startsWith("file:")) {
            return file(inside.substring("file:".length()), place, faults);
        }
        Matcher variable = VARIABLE.matcher(inside);
        if (!variable.matches()) {
            faults.add(place, "'" + hole.group() + "' cannot be filled in", "write ${NAME}, ${NAME:-default} or ${file:PATH}");
            return "";
        }
        Optional<String> set = environment.apply(variable.group(1));
        String otherwise = variable.group(2);
        if (otherwise != null) {
            // As in a shell, :- also stands in for a variable that is set to nothing.
            return set.filter(value -> !value.isEmpty()).orElse(otherwise);
        }
        if (set.isEmpty()) {
            String name = variable.group(1);
            faults.add(place, "the environment variable " + name + " is not set", "set it, or write ${" + name + ":-default}");
        }
        return set.orElse("");
    }

    private static String file(String name, Place place, Faults faults) {
        try (InputStream content = Files.newInputStream(Path.of(name))) {
            byte[] bytes = content.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length <= MAX_FILE_BYTES) {
                return new String(bytes, StandardCharsets.UTF_8).strip();
            }
            faults.add(place, "the file " + name + " is larger than 64 KiB", "name the file that holds the value alone");
        } catch (IOException | InvalidPathException fault) {
            faults.add(place, "the file " + name + " cannot be read", "check that it exists and that the server may read it");
        }
        return "";
    }
}
