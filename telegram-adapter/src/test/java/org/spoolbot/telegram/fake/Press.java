package org.spoolbot.telegram.fake;

import java.time.Duration;
import java.time.Instant;

/** A pressed button, and what came of it. */
public final class Press {
    private final Scene scene;
    private final String id;
    private final Instant at;
    private final long pressed = System.nanoTime();
    private boolean answered;
    private long took;
    private String text = "";
    private String url = "";
    private boolean alert;

    Press(Scene scene, String id, Instant at) {
        this.scene = scene;
        this.id = id;
        this.at = at;
    }

    public String id() {
        return id;
    }

    Instant at() {
        return at;
    }

    public boolean isAnswered() {
        return scene.in(() -> answered);
    }

    /** Whether the client's clock on the button stopped in time. */
    public boolean awaitAnswer(Duration patience) {
        return scene.await(patience, () -> answered);
    }

    /** What the member reads, empty if nothing. */
    public String text() {
        return scene.in(() -> text);
    }

    /** Whether it came as a window that must be closed. */
    public boolean isAlert() {
        return scene.in(() -> alert);
    }

    public String url() {
        return scene.in(() -> url);
    }

    /** How long the answer took by a real clock. */
    public Duration took() {
        return scene.in(() -> Duration.ofNanos(took));
    }

    void answer(String words, boolean asAlert, String link) {
        answered = true;
        took = System.nanoTime() - pressed;
        text = words;
        alert = asAlert;
        url = link;
    }
}
