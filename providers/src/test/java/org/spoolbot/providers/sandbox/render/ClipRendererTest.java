package org.spoolbot.providers.sandbox.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.MP4Util;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.NodeBox;
import org.jcodec.containers.mp4.boxes.SyncSamplesBox;
import org.jcodec.containers.mp4.boxes.TrakBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipRendererTest {

    private final ExecutorService encoders = Executors.newFixedThreadPool(2);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        encoders.shutdownNow();
    }

    @Test
    void aPlayerFindsTheIndexFirstAndBothTracks() throws Exception {
        Path clip = render(plan(320, 176, true, ClipPlan.Pictures.NONE));
        assertThat(boxes(clip)).containsSubsequence("ftyp", "moov", "mdat");
        MovieBox movie = MP4Util.parseMovie(clip.toFile());
        TrakBox video = movie.getVideoTrack();
        assertThat(video.getFrameCount()).isEqualTo(96);
        assertThat(video.getCodedSize().getWidth()).isEqualTo(320);
        assertThat((double) movie.getDuration() / movie.getTimescale()).isBetween(3.9, 4.05);
        assertThat(movie.getAudioTracks()).hasSize(1);
        assertThat(video.getSampleEntries()[0].getFourcc()).isEqualTo("avc1");
        assertThat(movie.getAudioTracks().getFirst().getSampleEntries()[0].getFourcc()).isEqualTo("mp4a");
    }

    @Test
    void aPlayerCanJumpToEveryHalfSecond() throws Exception {
        MovieBox movie = MP4Util.parseMovie(render(plan(320, 176, false, ClipPlan.Pictures.NONE)).toFile());
        SyncSamplesBox keys = NodeBox.findFirstPath(movie.getVideoTrack(), SyncSamplesBox.class, "mdia.minf.stbl.stss".split("\\."));
        assertThat(keys.getSyncSamples()).containsExactly(1, 13, 25, 37, 49, 61, 73, 85);
        assertThat(movie.getAudioTracks()).isEmpty();
    }

    @Test
    void thePictureMovesAndDecodes() throws IOException, JCodecException, InterruptedException {
        Path clip = render(plan(186, 330, false, ClipPlan.Pictures.NONE));
        Picture early = FrameGrab.getFrameFromFile(clip.toFile(), 3);
        Picture late = FrameGrab.getFrameFromFile(clip.toFile(), 90);
        assertThat(early.getCroppedWidth()).isEqualTo(186);
        assertThat(early.getCroppedHeight()).isEqualTo(330);
        byte[] one = early.getPlaneData(0);
        byte[] other = late.getPlaneData(0);
        long changed = IntStream.range(0, one.length).filter(index -> Math.abs(one[index] - other[index]) > 12).count();
        assertThat(changed).isGreaterThan(one.length / 50L);
    }

    @Test
    void aDecoderNobodyHereWroteAgrees() throws Exception {
        Path ffprobe = Path.of("/usr/bin/ffprobe");
        Assumptions.assumeTrue(Files.isExecutable(ffprobe), "ffprobe is not installed");
        Path clip = render(plan(278, 370, true, ClipPlan.Pictures.NONE));
        String seen = run(ffprobe, "-v", "error", "-count_frames", "-show_entries",
                "stream=codec_name,width,height,pix_fmt,nb_read_frames", "-of", "csv=p=0", clip.toString());
        assertThat(seen.lines().toList()).hasSize(2).first().isEqualTo("h264,278,370,yuv420p,96");
        assertThat(seen).contains("aac");
    }

    @Test
    void referencesAreSeenInTheClip() throws IOException {
        Path red = solid(Color.RED, "red.png");
        ClipPlan.Pictures pictures = new ClipPlan.Pictures(
                List.of(
                        new Tile("@image1", "600 x 400", Tile.Kind.IMAGE, Optional.of(red)),
                        new Tile("@video1", "4.2 s", Tile.Kind.VIDEO, Optional.empty()),
                        new Tile("@audio1", "3.0 s", Tile.Kind.AUDIO, Optional.empty())),
                Optional.empty(), Optional.empty());
        BufferedImage with = lastFrame(plan(864, 496, false, pictures));
        BufferedImage without = lastFrame(plan(864, 496, false, ClipPlan.Pictures.NONE));
        assertThat(with.getRGB(80, 50) & 0xFFFFFF).isEqualTo(0xFF0000);
        assertThat(with.getRGB(210, 100)).isNotEqualTo(without.getRGB(210, 100));
        assertThat(with.getRGB(340, 100)).isNotEqualTo(without.getRGB(340, 100));
    }

    @Test
    void aClipEndsWithItsLastFrame() throws IOException {
        Path blue = solid(Color.BLUE, "blue.png");
        ClipPlan.Pictures pictures = new ClipPlan.Pictures(List.of(), Optional.of(solid(Color.RED, "r.png")), Optional.of(blue));
        assertThat(lastFrame(plan(320, 176, false, pictures)).getRGB(60, 60) & 0xFFFFFF).isEqualTo(0x0000FF);
    }

    @Test
    void anotherPromptGivesAnotherPictureAndAnyTextFits() throws IOException {
        BufferedImage one = lastFrame(plan("a corgi", 320, 176));
        BufferedImage other = lastFrame(plan("a red fox", 320, 176));
        assertThat(pixels(one)).isNotEqualTo(pixels(other));
        for (String text : List.of("", " \n\t", "x".repeat(5_000), "\u4E2D\u6587\uD83D\uDE00\u202E", "word ".repeat(900))) {
            assertThat(lastFrame(plan(text, 496, 864)).getHeight()).isEqualTo(864);
        }
    }

    @Test
    void itWorksOnAMachineWithoutFonts() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                Fontless.class.getName(), folder.resolve("fontless.png").toString());
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(ImageIO.read(folder.resolve("fontless.png").toFile()).getWidth()).isEqualTo(320);
    }

    private Path render(ClipPlan plan) throws IOException, InterruptedException {
        Path clip = folder.resolve("clip.mp4");
        new ClipRenderer(Fonts.bundled(), encoders).render(plan, clip);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("clip.mp4.raw", "clip.mp4.part");
        }
        return clip;
    }

    private BufferedImage lastFrame(ClipPlan plan) throws IOException {
        Path png = folder.resolve("frame.png");
        new ClipRenderer(Fonts.bundled(), encoders).renderLastFrame(plan, png);
        return ImageIO.read(png.toFile());
    }

    private static ClipPlan plan(int width, int height, boolean audio, ClipPlan.Pictures pictures) {
        return new ClipPlan("a corgi runs, @image1", "480p", new ClipPlan.FrameSize(width, height), 4, audio, 1, pictures);
    }

    private static ClipPlan plan(String text, int width, int height) {
        return new ClipPlan(text, "480p", new ClipPlan.FrameSize(width, height), 4, false, 1, ClipPlan.Pictures.NONE);
    }

    private Path solid(Color colour, String name) throws IOException {
        BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 600, 400);
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
        return folder.resolve(name);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static List<String> boxes(Path clip) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(clip));
        List<String> types = new ArrayList<>();
        long at = 0;
        while (at < bytes.limit()) {
            long length = Integer.toUnsignedLong(bytes.getInt((int) at));
            types.add(new String(Arrays.copyOfRange(bytes.array(), (int) at + 4, (int) at + 8), StandardCharsets.US_ASCII));
            at += length == 1 ? bytes.getLong((int) at + 8) : length;
        }
        return types;
    }

    private static String run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(20, TimeUnit.SECONDS);
        return output;
    }
}
