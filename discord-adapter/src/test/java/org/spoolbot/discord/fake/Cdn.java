package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.spoolbot.discord.fake.wire.Reply;
import org.spoolbot.discord.fake.wire.Request;

/** Attachments behind signed links that expire: https://discord.com/developers/docs/reference#signed-attachment-cdn-urls. */
public final class Cdn {
    /** The documentation names no time; links of today last 24 hours. */
    private static final Duration LIFE = Duration.ofHours(24);

    private static final byte[] KEY = "the key of this fake".getBytes(StandardCharsets.UTF_8);

    private final URI base;
    private final InstantSource clock;
    private final Path folder;
    private final Map<String, Upload> files = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();

    Cdn(URI base, InstantSource clock, Path folder) {
        this.base = base;
        this.clock = clock;
        this.folder = folder;
    }

    /** The paths of the files that were downloaded, oldest first. */
    public Iterable<String> served() {
        return served;
    }

    /** Where uploads are kept. */
    Path folder() {
        return folder;
    }

    /** What a person picked, on disk like an upload of the bot. */
    Upload keep(PickedFile picked) {
        try {
            Path file = Files.createTempFile(folder, "picked", ".bin");
            Files.write(file, picked.bytes());
            return new Upload(0, picked.name(), picked.contentType(), file, picked.bytes().length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Publishes a file; the attachment object of https://discord.com/developers/docs/resources/message#attachment-object. */
    ObjectNode publish(Upload file, String channelId, String attachmentId, boolean ephemeral) {
        String path = (ephemeral ? "ephemeral-attachments/" : "attachments/") + channelId + "/" + attachmentId + "/" + file.name();
        files.put(path, file);
        ObjectNode json = Json.object().put("id", attachmentId).put("filename", file.name()).put("size", file.size());
        json.put("content_type", typeOf(file)).put("url", base + path).put("proxy_url", base + path);
        if (typeOf(file).startsWith("image/") || typeOf(file).startsWith("video/")) {
            json.put("width", 1280).put("height", 720);
        }
        if (ephemeral) {
            json.put("ephemeral", true);
        }
        return signed(json);
    }

    /** Uploads come as "application/octet-stream"; Discord goes by the name then. */
    private static String typeOf(Upload file) {
        String name = file.name();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "mp4" -> "video/mp4";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "txt" -> "text/plain; charset=utf-8";
            default -> file.contentType();
        };
    }

    /** Signs the links of an attachment anew, as Discord does whenever it gives a message out. */
    ObjectNode signed(ObjectNode attachment) {
        for (String field : new String[] {"url", "proxy_url"}) {
            attachment.put(field, signed(attachment.path(field).asText()));
        }
        return attachment;
    }

    private String signed(String url) {
        String bare = url.split("\\?", 2)[0];
        String path = URI.create(bare.replace(" ", "%20")).getPath().substring(base.getPath().length());
        String from = Long.toHexString(clock.instant().getEpochSecond());
        String until = Long.toHexString(clock.instant().plus(LIFE).getEpochSecond());
        return bare + "?ex=" + until + "&is=" + from + "&hm=" + seal(path, until, from) + "&";
    }

    /** The file of one of our links, with or without signature. */
    Optional<Upload> find(String url) {
        String bare = url.split("\\?", 2)[0];
        return bare.startsWith(base.toString()) ? Optional.ofNullable(files.get(bare.substring(base.toString().length()))) : Optional.empty();
    }

    Reply serve(Request request) throws IOException {
        String path = request.path().substring(base.getPath().length());
        Upload file = files.get(path);
        if (file == null || !valid(path, request.query())) {
            return Reply.text(404, Map.of("Content-Type", "text/plain;charset=UTF-8"), "This content is no longer available.");
        }
        served.add(path);
        return new Reply.Answer(200, Map.of("Content-Type", typeOf(file)), Files.newInputStream(file.path()), file.size());
    }

    private boolean valid(String path, Map<String, String> query) {
        String until = query.getOrDefault("ex", "0");
        String from = query.getOrDefault("is", "0");
        boolean alive = clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(until, 16)));
        return alive && seal(path, until, from).equals(query.get("hm"));
    }

    private static String seal(String path, String until, String from) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((path + "|" + until + "|" + from).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
