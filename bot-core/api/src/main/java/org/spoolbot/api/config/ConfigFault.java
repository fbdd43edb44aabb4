package org.spoolbot.api.config;

/**
 * One fault in a file of settings.
 *
 * @param file the file as the operator knows it, for example {@code config/spoolbot.yml}
 * @param line the line, from 1; 0 where none can be named
 * @param problem what is wrong
 * @param remedy what to write instead
 */
public record ConfigFault(String file, int line, String problem, String remedy) {
    /** {@code file:line: problem; remedy}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + problem + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
