package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A message as it stands at the moment of the look. */
public record Message(ObjectNode json) {
    /** Its id. */
    public String id() {
        return json.path("id").asText();
    }

    /** The channel it stands in. */
    public String channelId() {
        return json.path("channel_id").asText();
    }

    /** Its content. */
    public String content() {
        return json.path("content").asText();
    }

    /** Everything in it that people can read: content, embeds, text displays, labels of buttons and menus. */
    public String text() {
        throw new UnsupportedOperationException();
    }

    /** The custom id of the button or menu whose label, placeholder or emoji contains that text. */
    public String customId(String label) {
        throw new UnsupportedOperationException();
    }

    /** Labels of its buttons, in order. */
    public List<String> buttons() {
        throw new UnsupportedOperationException();
    }

    /** File names of its attachments. */
    public List<String> files() {
        throw new UnsupportedOperationException();
    }

    /** Whether only one person sees it; flag 1 << 6, https://discord.com/developers/docs/resources/message#message-object-message-flags. */
    public boolean ephemeral() {
        return (json.path("flags").asInt() & (1 << 6)) != 0;
    }
}
