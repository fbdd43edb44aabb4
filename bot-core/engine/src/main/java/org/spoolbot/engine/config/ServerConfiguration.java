package org.spoolbot.engine.config;

/**
 * Both files of the server.
 *
 * @param settings {@code config/spoolbot.yml}
 * @param groups {@code config/permissions.yml}
 */
public record ServerConfiguration(ServerSettings settings, GroupSettings groups) {}
