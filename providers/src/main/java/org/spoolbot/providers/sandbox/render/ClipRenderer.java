package org.spoolbot.providers.sandbox.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;

/** Turns a plan into a playable file. Groups of pictures are made side by side on the given threads. */
public final class ClipRenderer {

    private final Fonts fonts;
    private final ExecutorService encoders;
    private final AdtsLoop sound;

    /**
     * A renderer.
     *
     * @param fonts what to write with
     * @param encoders threads to encode on; bounded, because encoding uses a whole core each
     * @throws IOException if the bundled sound cannot be read
     */
    public ClipRenderer(Fonts fonts, ExecutorService encoders) throws IOException {
        this.fonts = fonts;
        this.encoders = encoders;
        sound = AdtsLoop.load();
    }

    /**
     * Renders a clip. The file appears whole or not at all.
     *
     * @param plan what to show
     * @param target the file to make
     * @throws IOException if a picture cannot be read or the disk is full
     * @throws InterruptedException if the gateway closes meanwhile
     */
    public void render(ClipPlan plan, Path target) throws IOException, InterruptedException {
        Scene scene = new Scene(plan, fonts);
        Path raw = target.resolveSibling(target.getFileName() + ".raw");
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            encode(plan, scene, raw);
            FastStart.move(raw, part);
            Files.move(part, target);
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(part);
        }
    }

    /**
     * Renders the last picture of a clip.
     *
     * @param plan what to show
     * @param target the PNG file to make
     * @throws IOException if a picture cannot be read or the disk is full
     */
    public void renderLastFrame(ClipPlan plan, Path target) throws IOException {
        Canvas canvas = Canvas.of(plan.frame());
        new Scene(plan, fonts).paint(plan.frames() - 1, canvas);
        BufferedImage image = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, canvas.width(), canvas.height(), canvas.pixels(), 0, canvas.width());
        ImageIO.write(image, "png", target.toFile());
    }

    private void encode(ClipPlan plan, Scene scene, Path target) throws IOException, InterruptedException {
        List<Future<List<byte[]>>> groups = new ArrayList<>();
        for (int from = 0; from < plan.frames(); from += GopEncoder.LENGTH) {
            groups.add(encoders.submit(new GopEncoder(scene, plan, from)));
        }
        try (Mp4Writer writer = new Mp4Writer(target, plan, sound)) {
            for (Future<List<byte[]>> group : groups) {
                writer.add(group.get());
            }
            writer.finish();
        } catch (ExecutionException e) {
            throw new IOException("a frame could not be encoded", e.getCause());
        } finally {
            groups.forEach(group -> group.cancel(true));
        }
    }
}
