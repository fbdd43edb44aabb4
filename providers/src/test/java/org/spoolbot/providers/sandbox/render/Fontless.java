package org.spoolbot.providers.sandbox.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Draws one picture in a process of its own, whose machine seems to have no fonts. */
final class Fontless {

    private Fontless() {}

    public static void main(String[] arguments) throws IOException {
        try (ExecutorService none = Executors.newVirtualThreadPerTaskExecutor()) {
            ClipPlan plan = new ClipPlan("no fonts here", "480p", new ClipPlan.FrameSize(320, 176), 4, false, 1, ClipPlan.Pictures.NONE);
            new ClipRenderer(Fonts.bundled(), none).renderLastFrame(plan, Path.of(arguments[0]));
        }
    }
}
