package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import java.util.Map;
import java.util.Optional;

/** The format a member wants who says nothing: what they prefer. */
final class Defaults {
    static final int SECONDS = 5;

    private Defaults() {}

    static Format format(Map<String, String> preferences) {
        int seconds = Optional.ofNullable(preferences.get("duration"))
                .flatMap(Defaults::number)
                .orElse(SECONDS);
        Ratio ratio = Optional.ofNullable(preferences.get("ratio")).flatMap(Ratio::of).orElse(Ratio.LANDSCAPE_16_9);
        Resolution resolution = Optional.ofNullable(preferences.get("resolution"))
                .flatMap(Resolution::of)
                .orElse(Resolution.P720);
        boolean audio = !"false".equals(preferences.get("audio"));
        return new Format(seconds, ratio, resolution, audio);
    }

    static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
