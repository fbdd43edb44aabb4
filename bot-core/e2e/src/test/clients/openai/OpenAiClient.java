import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.videos.Video;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.locks.LockSupport;

/** The query side of {@code /v1/videos} with a client of that family. Orders go by plain HTTP: its own are multipart. Argument: the sandbox's address. */
final class OpenAiClient {
    private OpenAiClient() {}

    public static void main(String[] arguments) throws Exception {
        OpenAIClient client = OpenAIOkHttpClient.builder().apiKey("any").baseUrl(arguments[0] + "/v1").maxRetries(0).build();
        Video made = await(client, order(arguments[0], "a red kite over dunes"));
        check("completed".equals(made.status().asString()), "status " + made.status());
        try (HttpResponse clip = client.videos().downloadContent(made.id())) {
            byte[] head = clip.body().readNBytes(12);
            check("ftyp".equals(new String(head, 4, 4, java.nio.charset.StandardCharsets.US_ASCII)), "the clip is an mp4");
        }
        Video failed = await(client, order(arguments[0], "a kite [sandbox:fail=InputTextRiskDetection]"));
        check("failed".equals(failed.status().asString()), "a failure ends");
        try {
            client.videos().retrieve("video-that-never-was");
            check(false, "an unknown task is refused");
        } catch (OpenAIServiceException refused) {
            check(refused.statusCode() == 400 || refused.statusCode() == 404, "an unknown task is refused: " + refused.statusCode());
        }
        client.close();
        System.out.println("all fits");
    }

    private static String order(String base, String prompt) throws Exception {
        String body = """
                {"model":"doubao-seedance-2-0-fast-260128","prompt":"%s","ratio":"16:9","duration":4,"watermark":false,"generate_audio":false}
                """.formatted(prompt);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/videos"))
                .header("Authorization", "Bearer any")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(request, BodyHandlers.ofString()).body();
            check(answer.contains("\"id\""), "ordered: " + answer);
            return answer.replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        }
    }

    private static Video await(OpenAIClient client, String id) {
        Video video = client.videos().retrieve(id);
        while (!isOver(video)) {
            LockSupport.parkNanos(200_000_000);
            video = client.videos().retrieve(id);
        }
        return video;
    }

    private static boolean isOver(Video video) {
        String status = video.status().asString();
        return status.equals("completed") || status.equals("failed");
    }

    private static void check(boolean fits, String what) {
        if (!fits) {
            throw new IllegalStateException(what);
        }
    }
}
