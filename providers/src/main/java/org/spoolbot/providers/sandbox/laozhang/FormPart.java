package org.spoolbot.providers.sandbox.laozhang;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form.
 *
 * @param head what its headers say
 * @param text its value, if it is no file
 * @param file where its bytes were put, if it is one
 * @param bytes its length; one more than allowed, if it is too long and was not kept
 */
record FormPart(Head head, String text, Optional<Path> file, long bytes) {

    private static final int LONGEST_HEADER = 1_000;
    private static final Pattern DISPOSITION = Pattern.compile(
            "(?i)form-data((?:\\s*;\\s*[a-z]+\\*?=(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s;\"]+))+)\\s*");
    private static final Pattern PARAMETER = Pattern.compile("(?i);\\s*([a-z]+\\*?)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))");

    /**
     * What a part's headers say.
     *
     * @param name its name
     * @param fileName the name of its file; without one it is no file
     * @param contentType its type in small letters, or empty
     */
    record Head(String name, Optional<String> fileName, String contentType) {

        /** Reads the headers; nothing if they are not those of a form's part. */
        static Optional<Head> of(@Nullable String disposition, @Nullable String contentType) {
            if (disposition == null || disposition.length() > LONGEST_HEADER) {
                return Optional.empty();
            }
            Matcher whole = DISPOSITION.matcher(disposition.strip());
            if (!whole.matches()) {
                return Optional.empty();
            }
            Optional<String> name = Optional.empty();
            Optional<String> fileName = Optional.empty();
            Matcher parameter = PARAMETER.matcher(whole.group(1));
            while (parameter.find()) {
                String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2).replaceAll("\\\\(.)", "$1");
                switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                    case "name" -> name = Optional.of(value);
                    case "filename", "filename*" -> fileName = Optional.of(value);
                    default -> {}
                }
            }
            String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
            Optional<String> given = fileName;
            return name.map(found -> new Head(found, given, type));
        }
    }
}
