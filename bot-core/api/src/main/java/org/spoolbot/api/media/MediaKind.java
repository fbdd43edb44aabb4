package org.spoolbot.api.media;

/** The three kinds of reference. Each is numbered for itself in a prompt: {@code @image1}, {@code @video1}, {@code @audio1}. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO
}
