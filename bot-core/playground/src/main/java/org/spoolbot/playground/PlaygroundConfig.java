package org.spoolbot.playground;

/**
 * {@code plugins/playground/config.yml}.
 *
 * @param configVersion the version of the file
 * @param open whether anybody who reaches the port may be anybody
 * @param history how many messages of a chat are kept, 20 to 5000
 */
public record PlaygroundConfig(int configVersion, boolean open, int history) {
    public PlaygroundConfig {
        if (history < 20 || history > 5000) {
            throw new IllegalArgumentException("history is " + history + "; write 20 to 5000");
        }
    }
}
