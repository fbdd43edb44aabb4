package org.spoolbot.discord.render;

import java.util.ArrayList;
import java.util.List;
import org.spoolbot.api.message.Progress;

/** How far a job is, in words and blocks: what happens, then the bar, the place in the queue and the time left. */
final class ProgressLine {
    private static final int BLOCKS = 10;
    private static final int HUNDRED = 100;
    private static final int ETA = 100;
    private static final int FIGURES = 40;

    private ProgressLine() {}

    static String of(Progress progress, int length) {
        List<String> figures = new ArrayList<>();
        progress.fraction().ifPresent(fraction -> figures.add(bar(fraction)));
        progress.position().ifPresent(position -> figures.add("\\#" + position));
        progress.eta().ifPresent(eta -> figures.add(PlainText.escape(eta, ETA)));
        String label = PlainText.escape(progress.label(), length - ETA - FIGURES);
        if (figures.isEmpty()) {
            return label;
        }
        return (label + "\n" + String.join(" · ", figures)).strip();
    }

    private static String bar(double fraction) {
        double share = Double.isNaN(fraction) ? 0 : Math.clamp(fraction, 0, 1);
        int full = (int) Math.floor(share * BLOCKS);
        return "▰".repeat(full) + "▱".repeat(BLOCKS - full) + " " + (int) Math.floor(share * HUNDRED) + " %";
    }
}
