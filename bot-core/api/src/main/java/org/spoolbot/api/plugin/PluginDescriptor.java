package org.spoolbot.api.plugin;

import java.util.List;

/**
 * What {@code plugin.yml} says.
 *
 * @param id lower case, {@code a-z 0-9 -}, 2 to 40 characters
 * @param name for people
 * @param version for people
 * @param main the main class
 * @param about description, authors, website
 * @param needs the API version and other plugins
 */
public record PluginDescriptor(String id, String name, String version, String main, About about, Needs needs) {
    /**
     * For people.
     *
     * @param description one line; may be empty
     * @param authors names
     * @param website an address; may be empty
     */
    public record About(String description, List<String> authors, String website) {
        public About {
            authors = List.copyOf(authors);
        }
    }

    /**
     * What it needs.
     *
     * @param apiVersion the API's major version, now {@code 1}
     * @param depend plugins it cannot do without
     * @param softDepend plugins that come first if they are there
     */
    public record Needs(String apiVersion, List<String> depend, List<String> softDepend) {
        public Needs {
            depend = List.copyOf(depend);
            softDepend = List.copyOf(softDepend);
        }
    }
}
