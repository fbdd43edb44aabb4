package org.spoolbot.engine.http;

/**
 * An answer as it came over the wire.
 *
 * @param status 0 if there was none
 */
record Raw(int status, String head, String body) {
    static Raw of(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.")) {
            return new Raw(0, text, "");
        }
        return new Raw(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }
}
