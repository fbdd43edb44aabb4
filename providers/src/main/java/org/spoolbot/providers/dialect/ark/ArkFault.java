package org.spoolbot.providers.dialect.ark;

/**
 * The error part of an answer.
 *
 * @param code as the gateway wrote it; may be empty
 * @param message foreign text: looked at, never shown
 */
record ArkFault(String code, String message) {
    /** Nothing is known. */
    static final ArkFault NONE = new ArkFault("", "");

    /** The code for the operator's log, cleaned of everything but letters, digits, dots and underscores. */
    String loggable() {
        String clean = code.replaceAll("[^A-Za-z0-9._-]", "");
        return clean.length() > 80 ? clean.substring(0, 80) : clean;
    }
}
