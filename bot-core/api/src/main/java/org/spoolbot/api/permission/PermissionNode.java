package org.spoolbot.api.permission;

import static java.util.Objects.requireNonNull;

/**
 * A right by name, such as {@code spoolbot.admin.quota}. A group's grant {@code spoolbot.admin.*} covers all below it.
 *
 * @param value lower-case words of {@code a-z 0-9 -} joined by dots
 */
public record PermissionNode(String value) {
    public PermissionNode {
        requireNonNull(value, "value is null");
        if (!value.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*")) {
            throw new IllegalArgumentException("not a permission node: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
