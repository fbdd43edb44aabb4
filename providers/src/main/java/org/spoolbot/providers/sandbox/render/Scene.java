package org.spoolbot.providers.sandbox.render;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** What a clip shows at each frame. Painting only reads shared state, so several frames can be painted at once. */
final class Scene {

    private final ClipPlan plan;
    private final Palette palette;
    private final Sky sky;
    private final Dunes dunes;
    private final Balloon balloon;
    private final Backdrop backdrop;
    private final Motes motes;
    private final Sprite words;

    Scene(ClipPlan plan, Fonts fonts) throws IOException {
        this.plan = plan;
        Random random = new Random(plan.seed());
        palette = Palette.chosenBy(plan.seed());
        sky = new Sky(palette, plan.frame(), random);
        dunes = new Dunes(palette, plan.frame(), random);
        balloon = new Balloon(palette, plan.frame());
        motes = new Motes(palette.accent(), plan.frame(), random);
        backdrop = Backdrop.of(plan);
        Caption caption = new Caption(fonts, plan, palette);
        TileWall wall = new TileWall(fonts, plan, palette);
        words = Sprite.draw(plan.frame().width(), plan.frame().height(), graphics -> {
            wall.draw(graphics);
            caption.draw(graphics);
        });
    }

    void paint(int frame, Canvas canvas) {
        double time = (double) frame / ClipPlan.FRAME_RATE;
        double progress = frame / Math.max(1.0, plan.frames() - 1.0);
        sky.paint(canvas, time, progress);
        balloon.paint(canvas, time, progress);
        dunes.paint(canvas, time);
        backdrop.paint(canvas, progress);
        motes.paint(canvas, time);
        words.layOver(canvas, 0, 0, 256);
        paintProgress(canvas, progress);
    }

    private void paintProgress(Canvas canvas, double progress) {
        int thickness = Math.max(2, plan.frame().shorterSide() / 120);
        int reached = (int) (canvas.width() * progress);
        for (int row = canvas.height() - thickness; row < canvas.height(); row++) {
            int start = row * canvas.width();
            Arrays.fill(canvas.pixels(), start, start + reached, palette.accent());
        }
    }
}
