package org.spoolbot.api.video;

/** Reads what a member typed into a {@link Prompt}: {@code @image1} and its other spellings become tags, {@code @@} a plain {@code @}. */
public interface PromptReader {
    /** Reads the text. Never fails: what is not a tag is words. Thread-safe. */
    Prompt read(String text);

    /** The text that reads as that prompt again: {@code @} in front of words that look like a tag is doubled. */
    default String write(Prompt prompt) {
        return prompt.canonical();
    }
}
