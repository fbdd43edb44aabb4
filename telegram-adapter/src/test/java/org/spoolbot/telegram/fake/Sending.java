package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The methods that make messages. */
final class Sending {
    private static final Map<Kind, String> RIGHTS = Map.of(
            Kind.PHOTO, "can_send_photos", Kind.VIDEO, "can_send_videos", Kind.ANIMATION, "can_send_other_messages",
            Kind.AUDIO, "can_send_audios", Kind.VOICE, "can_send_voice_notes", Kind.DOCUMENT, "can_send_documents");
    private static final int FEWEST = 2; // docs: sendMediaGroup
    private static final int MOST = 10;

    private final World world;
    private final Contents contents;
    private final Flood flood;

    Sending(World world, Contents contents, Flood flood) {
        this.world = world;
        this.contents = contents;
        this.flood = flood;
    }

    void offer(Map<String, Method> methods) {
        methods.put("sendMessage", parameters -> send(parameters, "can_send_messages", contents.text(parameters)));
        methods.put("sendMediaGroup", this::album);
        methods.put("sendChatAction", this::action);
        for (Map.Entry<String, Kind> one : Map.of("sendPhoto", Kind.PHOTO, "sendVideo", Kind.VIDEO, "sendAnimation", Kind.ANIMATION,
                "sendAudio", Kind.AUDIO, "sendVoice", Kind.VOICE, "sendDocument", Kind.DOCUMENT).entrySet()) {
            Kind kind = one.getValue();
            methods.put(one.getKey(), parameters -> send(parameters, RIGHTS.getOrDefault(kind, ""), contents.medium(kind, parameters)));
        }
    }

    private JsonNode send(Parameters parameters, String right, ObjectNode content) {
        Destination destination = Destination.of(world, parameters, right);
        JsonNode markup = parameters.json("reply_markup");
        Keyboard.onto(content, markup);
        flood.count(destination.chat(), 1);
        return destination.post(content, markup).json();
    }

    private JsonNode album(Parameters parameters) {
        JsonNode media = parameters.json("media");
        if (media.size() < FEWEST || media.size() > MOST) {
            throw Refusal.badRequest("media group must include 2-10 items");
        }
        Destination destination = Destination.of(world, parameters, "can_send_photos");
        List<ObjectNode> items = new ArrayList<>();
        media.forEach(one -> items.add(contents.inputMedia(one, parameters)));
        flood.count(destination.chat(), items.size());
        String group = world.ticket();
        ArrayNode sent = Json.array();
        items.forEach(item -> sent.add(destination.post(item.put("media_group_id", group), Json.object()).json()));
        return sent;
    }

    private JsonNode action(Parameters parameters) {
        Chat chat = Destination.of(world, parameters, "can_send_messages").chat();
        String action = parameters.text("action").orElse("");
        if (!action.matches("typing|(upload|record)_(photo|video|voice|document|video_note)|choose_sticker|find_location")) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        chat.acts(action);
        return Json.yes();
    }
}
