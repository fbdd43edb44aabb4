package org.spoolbot.providers.sandbox.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.check.BodyCheck;
import org.spoolbot.providers.sandbox.check.Complaint;
import org.spoolbot.providers.sandbox.reference.ReferenceLimits;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.ClipFiles;
import org.spoolbot.providers.sandbox.serve.Faults;
import org.spoolbot.providers.sandbox.serve.Front;
import org.spoolbot.providers.sandbox.serve.JsonBodies;
import org.spoolbot.providers.sandbox.serve.Query;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.shelf.ShelvedFile;
import org.spoolbot.providers.sandbox.task.Dialect;

/** The file service: uploads in three ways, a list, the quota, and the files themselves for everybody who knows their address. */
final class EvolinkFilesFront implements Front {

    private static final String API = "/api/v1/files/";
    private static final String CONTENT = "/evolink-files/";
    private static final Pattern PATHS =
            Pattern.compile(API + "(?<action>[A-Za-z0-9_/]{1,64})|" + CONTENT + "(?<id>file_[a-z0-9]{24})/(?<name>[A-Za-z0-9._-]{1,120})");
    private static final EvolinkFileFaults FAULTS = EvolinkFileFaults.FILES;
    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_NAME = 300;

    /** A file in base64 is in memory three times over. */
    private static final int DECODED_AT_ONCE = 2;

    private final EvolinkFiles files;
    private final TaskForm tasks;
    private final Semaphore decoders = new Semaphore(DECODED_AT_ONCE);

    EvolinkFilesFront(EvolinkFiles files, TaskForm tasks) {
        this.files = files;
        this.tasks = tasks;
    }

    /**
     * A file that was just kept.
     *
     * @param file the file
     * @param folder where its owner wanted it
     */
    record Upload(ShelvedFile file, String folder) {}

    @Override
    public Dialect dialect() {
        return Dialect.EVOLINK;
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
        return FAULTS;
    }

    @Override
    public TaskForm form() {
        return tasks;
    }

    @Override
    public ReferenceLimits limits() {
        return EvolinkFront.LIMITS;
    }

    @Override
    public void handle(Call call) throws IOException, RefusedRequest, InterruptedException {
        Matcher matcher = PATHS.matcher(call.path());
        if (!matcher.matches()) {
            throw new RefusedRequest(FAULTS.typical(404));
        }
        if (matcher.group("id") != null) {
            give(call, matcher.group("id"), matcher.group("name"));
            return;
        }
        String action = matcher.group("action");
        switch (call.method() + " " + action) {
            case "POST upload/base64" -> uploaded(call, decode(call));
            case "POST upload/stream" -> uploaded(call, new UploadForm(files).read(call));
            case "POST upload/url" -> uploaded(call, fetch(call));
            case "GET list" -> list(call);
            case "GET quota" -> success(call, quota());
            default -> delete(call, action);
        }
    }

    private void give(Call call, String id, String name) throws IOException, RefusedRequest {
        Optional<ShelvedFile> file = files.find(id).filter(found -> found.label().equals(name));
        if (file.isEmpty()) {
            throw new RefusedRequest(FAULTS.typical(404));
        }
        ClipFiles.send(call, file.get().path(), file.get().type());
    }

    private Upload decode(Call call) throws IOException, RefusedRequest, InterruptedException {
        decoders.acquire();
        try {
            JsonNode body = body(call, "base64_data");
            ShelvedFile file = files.keepBase64(body.path("base64_data").asText(), body.path("file_name").asText(""));
            return new Upload(file, body.path("upload_path").asText(""));
        } finally {
            decoders.release();
        }
    }

    private Upload fetch(Call call) throws IOException, RefusedRequest, InterruptedException {
        JsonNode body = body(call, "file_url");
        ShelvedFile file = files.keepAddress(body.path("file_url").asText(), body.path("file_name").asText(""));
        return new Upload(file, body.path("upload_path").asText(""));
    }

    private static JsonNode body(Call call, String source) throws IOException, RefusedRequest {
        JsonNode body = JsonBodies.read(call, FAULTS::invalid);
        if (!body.isObject()) {
            throw new RefusedRequest(FAULTS.invalid("body", "a JSON object is expected"));
        }
        BodyCheck check = new BodyCheck(body);
        check.onlyFields(Set.of(source, "upload_path", "file_name"));
        check.requiredText(source);
        check.text("upload_path", text -> text.length() <= LONGEST_NAME, "a short text is expected");
        check.text("file_name", text -> text.length() <= LONGEST_NAME, "a short text is expected");
        List<Complaint> complaints = check.complaints();
        if (!complaints.isEmpty()) {
            throw new RefusedRequest(FAULTS.invalid(complaints.getFirst().param(), complaints.getFirst().reason()));
        }
        return body;
    }

    private static void uploaded(Call call, Upload upload) throws IOException {
        ObjectNode data = describe(call, upload.file());
        data.put("upload_path", upload.folder());
        success(call, data);
    }

    private static ObjectNode describe(Call call, ShelvedFile file) {
        String address = "http://" + call.header("Host").orElse("") + CONTENT + file.id() + "/" + file.label();
        return JsonNodeFactory.instance.objectNode()
                .put("file_id", file.id())
                .put("file_name", file.label())
                .put("original_name", file.label())
                .put("file_size", file.bytes())
                .put("mime_type", file.type())
                .put("file_url", address)
                .put("download_url", address)
                .put("upload_time", file.putAt().atOffset(ZoneOffset.UTC).toString())
                .put("expires_at", file.until().atOffset(ZoneOffset.UTC).toString());
    }

    private void list(Call call) throws IOException, RefusedRequest {
        Query query = call.query();
        int page = number(query, "page", 1);
        int size = number(query, "pageSize", 20);
        List<ShelvedFile> all = files.newestFirst();
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("total", all.size()).put("page", page).put("page_size", size);
        ArrayNode found = data.putArray("files");
        all.stream().skip((long) (page - 1) * size).limit(size).forEach(file -> found.add(describe(call, file)));
        success(call, data);
    }

    private static int number(Query query, String name, int otherwise) throws RefusedRequest {
        String text = query.first(name, String.valueOf(otherwise));
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > LARGEST_PAGE) {
            throw new RefusedRequest(FAULTS.invalid(name, "a whole number from 1 to " + LARGEST_PAGE + " is expected"));
        }
        return Integer.parseInt(text);
    }

    private ObjectNode quota() {
        int used = files.newestFirst().size();
        return JsonNodeFactory.instance.objectNode()
                .put("user_group", "default")
                .put("max_files", EvolinkFiles.MOST)
                .put("used_files", used)
                .put("remain_files", EvolinkFiles.MOST - used);
    }

    private void delete(Call call, String id) throws IOException, RefusedRequest {
        if (!call.method().equals("DELETE") || !files.remove(id)) {
            throw new RefusedRequest(FAULTS.typical(404));
        }
        success(call, JsonNodeFactory.instance.objectNode().put("file_id", id));
    }

    private static void success(Call call, ObjectNode data) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("success", true).put("code", 200).put("msg", "success");
        answer.set("data", data);
        call.json(200, answer);
    }
}
