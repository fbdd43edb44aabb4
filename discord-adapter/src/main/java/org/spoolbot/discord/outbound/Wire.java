package org.spoolbot.discord.outbound;

import java.util.Collection;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Requests about messages by the ids alone. JDA's own methods hang on channel objects, and it keeps neither archived threads nor more than
 * ten private chats; after a restart it knows no private chat at all.
 */
final class Wire {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private Wire() {}

    /** A new message; answers its id. */
    static RestAction<String> create(JDA jda, String place, MessageCreateData data, String nonce, Optional<String> replyTo) {
        DataObject json = data.toData().put("nonce", nonce).put("enforce_nonce", true);
        replyTo.ifPresent(message -> json.put("message_reference", reference(place, message)));
        RequestBody body = body(json, data.getAllDistinctFiles());
        return new RestActionImpl<>(
                jda, Route.Messages.SEND_MESSAGE.compile(place), body, (answer, _) -> answer.getObject().getString("id"));
    }

    /** Replaces a message; answers its id. */
    static RestAction<String> edit(JDA jda, Address message, MessageEditData data) {
        RequestBody body = body(data.toData(), data.getAllDistinctFiles());
        return new RestActionImpl<>(
                jda,
                Route.Messages.EDIT_MESSAGE.compile(message.place(), message.message()),
                body,
                (_, _) -> message.message());
    }

    /** Removes a message; answers its id. */
    static RestAction<String> delete(JDA jda, Address message) {
        return new RestActionImpl<>(
                jda, Route.Messages.DELETE_MESSAGE.compile(message.place(), message.message()), (_, _) -> message.message());
    }

    /** Opens the private chat with a person; answers the id of its channel. */
    static RestAction<String> privateChat(JDA jda, String user) {
        DataObject json = DataObject.empty().put("recipient_id", user);
        return new RestActionImpl<>(
                jda, Route.Self.CREATE_PRIVATE_CHANNEL.compile(), json, (answer, _) -> answer.getObject().getString("id"));
    }

    private static DataObject reference(String place, String message) {
        return DataObject.empty().put("channel_id", place).put("message_id", message).put("fail_if_not_exists", false);
    }

    private static RequestBody body(DataObject json, Collection<? extends AttachedFile> files) {
        return files.isEmpty()
                ? RequestBody.create(json.toJson(), JSON)
                : AttachedFile.createMultipartBody(files, json).build();
    }
}
