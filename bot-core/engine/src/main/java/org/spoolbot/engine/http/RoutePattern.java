package org.spoolbot.engine.http;

/** A path that is matched as it is or, with a last segment {@code *}, with any rest. */
record RoutePattern(String text) {
    RoutePattern {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a route starts with /, and this one does not: " + text);
        }
        int star = text.indexOf('*');
        if (star >= 0 && (star != text.length() - 1 || text.charAt(star - 1) != '/')) {
            throw new IllegalArgumentException("only the last segment of a route can be *, and then it is nothing else: " + text);
        }
    }

    boolean matches(String path) {
        return isOpen() ? path.startsWith(stem()) : path.equals(text);
    }

    boolean isOpen() {
        return text.endsWith("/*");
    }

    /** What a matching path starts with; the longer, the better it matches. */
    String stem() {
        return isOpen() ? text.substring(0, text.length() - 1) : text;
    }
}
