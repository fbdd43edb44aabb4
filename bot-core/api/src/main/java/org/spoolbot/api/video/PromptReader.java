package org.spoolbot.api.video;

/** Reads what a member typed into a {@link Prompt}: {@code @image1} and its other spellings become tags, {@code @@} a plain {@code @}. */
public interface PromptReader {
    /** Reads the text. Never fails: what is not a tag is words. Thread-safe. */
    Prompt read(String text);
}
