import com.volcengine.ark.runtime.exception.ArkHttpException;
import com.volcengine.ark.runtime.model.content.generation.CreateContentGenerationTaskRequest;
import com.volcengine.ark.runtime.model.content.generation.CreateContentGenerationTaskRequest.AudioUrl;
import com.volcengine.ark.runtime.model.content.generation.CreateContentGenerationTaskRequest.Content;
import com.volcengine.ark.runtime.model.content.generation.CreateContentGenerationTaskRequest.ImageUrl;
import com.volcengine.ark.runtime.model.content.generation.CreateContentGenerationTaskRequest.VideoUrl;
import com.volcengine.ark.runtime.model.content.generation.DeleteContentGenerationTaskRequest;
import com.volcengine.ark.runtime.model.content.generation.GetContentGenerationTaskRequest;
import com.volcengine.ark.runtime.model.content.generation.GetContentGenerationTaskResponse;
import com.volcengine.ark.runtime.model.content.generation.ListContentGenerationTasksRequest;
import com.volcengine.ark.runtime.service.ArkService;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** The vendor's own client against the sandbox: every shape of order, every end, list, withdrawal, refusal. Argument: the base address. */
final class ArkSdkClient {
    private static final String MODEL = "doubao-seedance-2-0-260128";

    private final ArkService ark;

    private ArkSdkClient(String base) {
        ark = ArkService.builder().apiKey("any").baseUrl(base).retryTimes(0).build();
    }

    public static void main(String[] arguments) throws Exception {
        ArkSdkClient client = new ArkSdkClient(arguments[0]);
        try {
            String clip = client.words();
            client.frames();
            client.references(clip);
            client.failure();
            client.withdrawal();
            client.list();
            client.refusal();
        } finally {
            client.ark.shutdownExecutor();
        }
        System.out.println("all fits");
    }

    private String words() {
        GetContentGenerationTaskResponse made = await(create(order("a corgi runs")
                .resolution("480p").ratio("16:9").duration(4L).generateAudio(false).watermark(false).returnLastFrame(true).seed(42L)));
        check("succeeded".equals(made.getStatus()), "words: " + made.getStatus());
        check(made.getUsage().getCompletionTokens() == 40_594, "words: tokens " + made.getUsage().getCompletionTokens());
        check(made.getDuration() == 4 && made.getFramesPerSecond() == 24 && made.getSeed() == 42, "words: facts");
        check(made.getContent().getVideoUrl() != null && made.getContent().getLastFrameUrl() != null, "words: addresses");
        return made.getContent().getVideoUrl();
    }

    private void frames() throws Exception {
        GetContentGenerationTaskResponse made = await(create(order("morph",
                        image("first_frame", Color.BLUE), image("last_frame", Color.RED))
                .ratio("adaptive").duration(-1L).resolution("480p")));
        check("succeeded".equals(made.getStatus()), "frames: " + made.getStatus());
    }

    private void references(String clip) throws Exception {
        Content video = Content.builder().type("video_url").role("reference_video").videoUrl(VideoUrl.builder().url(clip).build()).build();
        Content sound = Content.builder().type("audio_url").role("reference_audio").audioUrl(AudioUrl.builder().url(wave()).build()).build();
        GetContentGenerationTaskResponse made = await(create(order(
                        "image 1 dances like video 1 to audio 1", image("reference_image", Color.GREEN), video, sound)
                .resolution("480p").ratio("1:1").duration(4L)));
        check("succeeded".equals(made.getStatus()), "references: " + made.getStatus());
    }

    private void failure() {
        GetContentGenerationTaskResponse failed = await(create(order("a kite [sandbox:fail=OutputVideoSensitiveContentDetected]").duration(4L)));
        check("failed".equals(failed.getStatus()), "failure: " + failed.getStatus());
        check("OutputVideoSensitiveContentDetected".equals(failed.getError().getCode()), "failure: " + failed.getError());
    }

    private void withdrawal() {
        String waiting = create(order("a slow kite [sandbox:queue-time=30]").duration(4L));
        delete(waiting);
        check("cancelled".equals(get(waiting).getStatus()), "a waiting task is withdrawn");
        String running = create(order("a slow kite [sandbox:queue-time=0] [sandbox:render-time=30]").duration(4L));
        while (!"running".equals(get(running).getStatus())) {
            LockSupport.parkNanos(50_000_000);
        }
        check(refused(() -> delete(running)).statusCode >= 400, "a running task stays");
    }

    private void list() {
        String first = create(order("a kite").duration(4L));
        String second = create(order("two kites").duration(4L));
        var page = ark.listContentGenerationTasks(ListContentGenerationTasksRequest.builder()
                .pageNum(1).pageSize(10).model(MODEL).taskIds(List.of(first, second)).build());
        check(page.getTotal() == 2 && page.getItems().size() == 2, "list: " + page);
    }

    private void refusal() {
        ArkHttpException late = refused(() -> create(order("a kite").duration(99L)));
        check(late.statusCode == 400 && late.code.startsWith("InvalidParameter"), "refusal: " + late);
    }

    private static CreateContentGenerationTaskRequest.Builder order(String prompt, Content... files) {
        Content words = Content.builder().type("text").text(prompt).build();
        List<Content> content = new java.util.ArrayList<>(List.of(words));
        content.addAll(List.of(files));
        return CreateContentGenerationTaskRequest.builder().model(MODEL).content(content);
    }

    private String create(CreateContentGenerationTaskRequest.Builder order) {
        return ark.createContentGenerationTask(order.build()).getId();
    }

    private GetContentGenerationTaskResponse get(String id) {
        return ark.getContentGenerationTask(GetContentGenerationTaskRequest.builder().taskId(id).build());
    }

    private void delete(String id) {
        ark.deleteContentGenerationTask(DeleteContentGenerationTaskRequest.builder().taskId(id).build());
    }

    private GetContentGenerationTaskResponse await(String id) {
        GetContentGenerationTaskResponse task = get(id);
        while ("queued".equals(task.getStatus()) || "running".equals(task.getStatus())) {
            LockSupport.parkNanos(200_000_000);
            task = get(id);
        }
        return task;
    }

    private static ArkHttpException refused(Runnable call) {
        try {
            call.run();
        } catch (ArkHttpException refusal) {
            return refusal;
        }
        throw new IllegalStateException("was not refused");
    }

    private static Content image(String role, Color color) throws Exception {
        BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, 640, 360);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        ImageUrl url = ImageUrl.builder().url("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray())).build();
        return Content.builder().type("image_url").role(role).imageUrl(url).build();
    }

    private static String wave() throws Exception {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        byte[] silence = new byte[8_000 * 2 * 3];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new java.io.ByteArrayInputStream(silence), format, silence.length / 2), AudioFileFormat.Type.WAVE, bytes);
        return "data:audio/wav;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void check(boolean fits, String what) {
        if (!fits) {
            throw new IllegalStateException(what);
        }
    }
}
