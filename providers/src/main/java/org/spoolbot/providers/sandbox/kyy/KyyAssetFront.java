package org.spoolbot.providers.sandbox.kyy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.check.BodyCheck;
import org.spoolbot.providers.sandbox.kyy.KyyAssets.Asset;
import org.spoolbot.providers.sandbox.kyy.KyyAssets.Type;
import org.spoolbot.providers.sandbox.reference.ReferenceLimits;
import org.spoolbot.providers.sandbox.reference.ReferenceReader;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.ClipFiles;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.Faults;
import org.spoolbot.providers.sandbox.serve.Front;
import org.spoolbot.providers.sandbox.serve.JsonBodies;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.shelf.FileFetcher;
import org.spoolbot.providers.sandbox.shelf.ShelvedFile;
import org.spoolbot.providers.sandbox.shelf.UnfetchableFile;
import org.spoolbot.providers.sandbox.task.Dialect;

/** The asset library on the wire: whatever goes wrong there is said with success, in {@code code}. */
final class KyyAssetFront implements Front {

    /** Below it the bytes of assets are given out to anybody who knows the address. */
    static final String CONTENT = "/kyyReactApiServer/asset-content/";

    private static final String ASSETS = "/kyyReactApiServer/kyyVideo2/asset/";
    private static final Pattern PATHS =
            Pattern.compile(ASSETS + "(?<id>[A-Za-z0-9_-]{1,64})|" + CONTENT + "(?<content>[a-z0-9-]{1,64})/(?<label>[a-z0-9]{24})");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final List<String> TYPES = Arrays.stream(Type.values()).map(Type::word).toList();
    private static final int LONGEST_NAME = 200;

    private final KyyAssets assets;
    private final TaskForm tasks = new KyyTasks();

    KyyAssetFront(KyyAssets assets) {
        this.assets = assets;
    }

    static KyyAssets library(Desks desks) {
        HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        return new KyyAssets(
                new KyyAssets.Tools(new FileFetcher(http), new ReferenceReader(http)), desks.uploads(), () -> desks.polls().now());
    }

    @Override
    public Dialect dialect() {
        return Dialect.KYYVIDEO2;
    }

    @Override
    public boolean serves(String path) {
        return PATHS.matcher(path).matches();
    }

    @Override
    public boolean isOpen(String path) {
        return path.startsWith(CONTENT);
    }

    @Override
    public Faults faults() {
        return KyyFaults.BARE;
    }

    @Override
    public TaskForm form() {
        return tasks;
    }

    @Override
    public ReferenceLimits limits() {
        return KyyFront.LIMITS;
    }

    @Override
    public void handle(Call call) throws IOException, RefusedRequest, InterruptedException {
        Matcher matcher = PATHS.matcher(call.path());
        if (!matcher.matches()) {
            throw new RefusedRequest(KyyFaults.BARE.typical(404));
        }
        if (matcher.group("content") != null) {
            give(call, matcher.group("content"), matcher.group("label"));
            return;
        }
        String id = matcher.group("id");
        switch (call.method()) {
            case "POST" -> upload(call, id);
            case "GET" -> call.json(200, assets.find(id).map(this::described).orElseGet(KyyAssetFront::unknown));
            case "DELETE" -> call.json(200, assets.remove(id) ? answer().put("code", "0").putNull("msg").putNull("data") : unknown());
            default -> throw new RefusedRequest(KyyFaults.BARE.typical(404));
        }
    }

    private void give(Call call, String id, String label) throws IOException, RefusedRequest {
        Optional<ShelvedFile> file = assets.content(id, label);
        if (file.isEmpty()) {
            throw new RefusedRequest(KyyFaults.BARE.typical(404));
        }
        ClipFiles.send(call, file.get().path(), file.get().type());
    }

    private void upload(Call call, String path) throws IOException, RefusedRequest, InterruptedException {
        if (!path.equals("upload")) {
            throw new RefusedRequest(KyyFaults.BARE.typical(404));
        }
        JsonNode body = JsonBodies.read(call, KyyFaults.BARE::invalid);
        Optional<String> complaint = complaint(body);
        if (complaint.isPresent()) {
            call.json(200, failure(1001, complaint.get()));
            return;
        }
        Type type = Type.values()[TYPES.indexOf(body.path("assetType").asText())];
        KyyAssets.Delivery delivery = new KyyAssets.Delivery(type, body.path("url").asText(), body.path("name").asText(""));
        try {
            Optional<Asset> asset = assets.add(delivery, URI.create("http://" + call.header("Host").orElseThrow()));
            call.json(200, asset.map(KyyAssetFront::added).orElseGet(() -> failure(1002, "素材数量已达上限")));
        } catch (UnfetchableFile e) {
            call.json(200, failure(1001, "素材 URL 无法访问"));
        }
    }

    private static ObjectNode added(Asset asset) {
        ObjectNode answer = answer().put("code", 0).putNull("msg");
        answer.putObject("data").put("assetId", asset.id());
        return answer;
    }

    private static Optional<String> complaint(JsonNode body) {
        if (!body.isObject()) {
            return Optional.of("a JSON object is expected");
        }
        BodyCheck check = new BodyCheck(body);
        check.onlyFields(Set.of("assetType", "url", "name"));
        check.requiredText("assetType");
        check.choice("assetType", TYPES);
        check.requiredText("url");
        check.text("url", url -> url.matches("https?://\\S+"), "a public URL is expected");
        check.text("name", name -> name.length() <= LONGEST_NAME, "at most " + LONGEST_NAME + " characters are expected");
        return check.complaints().stream().findFirst().map(found -> found.sentence());
    }

    private ObjectNode described(Asset asset) {
        ObjectNode answer = answer().put("code", 0).putNull("msg");
        answer.putObject("data")
                .put("assetId", asset.id())
                .put("name", asset.name())
                .put("assetType", asset.type().word())
                .put("url", asset.url())
                .put("status", asset.status(assets.now()))
                .put("createTime", TIME.format(asset.createdAt()));
        return answer;
    }

    private static ObjectNode unknown() {
        return failure(-1, "素材不存在");
    }

    private static ObjectNode failure(int code, String message) {
        return answer().put("code", code).put("msg", message).putNull("data");
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
