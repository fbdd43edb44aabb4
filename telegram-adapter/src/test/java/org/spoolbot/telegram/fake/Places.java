package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The methods about chats, members, menus, files and the bot itself. */
final class Places {
    private final World world;
    private boolean loggedOut;

    Places(World world) {
        this.world = world;
    }

    void offer(Map<String, Method> methods) {
        methods.put("getMe", parameters -> me());
        methods.put("getChat", this::chat);
        methods.put("getChatMember", this::member);
        methods.put("getChatAdministrators", this::administrators);
        methods.put("getChatMemberCount", parameters -> Json.MAPPER.valueToTree(members(Destination.chat(world, parameters))));
        methods.put("leaveChat", this::leave);
        methods.put("getFile", parameters -> world.shelf().link(parameters.text("file_id").orElse("")));
        methods.put("setMyCommands", this::setCommands);
        methods.put("getMyCommands", parameters -> world.menus().list(scope(parameters), language(parameters)));
        methods.put("deleteMyCommands", this::deleteCommands);
        methods.put("getUpdates", world.updates()::getUpdates);
        methods.put("setWebhook", world.updates()::setWebhook);
        methods.put("deleteWebhook", world.updates()::deleteWebhook);
        methods.put("getWebhookInfo", parameters -> world.updates().webhookInfo());
        methods.put("logOut", parameters -> logOut());
        methods.put("close", parameters -> Json.yes());
    }

    /** After logOut the cloud answers nothing else (docs: logOut). */
    boolean isLoggedOut() {
        return loggedOut;
    }

    private JsonNode logOut() {
        loggedOut = true;
        return Json.yes();
    }

    private JsonNode me() {
        return World.bot()
                .put("can_join_groups", true).put("can_read_all_group_messages", !world.hasPrivacy()).put("supports_inline_queries", false)
                .put("can_connect_to_business", false).put("has_main_web_app", false).put("has_topics_enabled", false).put("allows_users_to_create_topics", false)
                .put("can_manage_bots", false);
    }

    private JsonNode chat(Parameters parameters) {
        Chat chat = Destination.chat(world, parameters);
        ObjectNode full = chat.json().put("accent_color_id", 0).put("max_reaction_count", 11);
        full.putObject("accepted_gift_types").put("unlimited_gifts", false).put("limited_gifts", false).put("unique_gifts", false).put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return full;
    }

    private JsonNode member(Parameters parameters) {
        Chat chat = Destination.chat(world, parameters);
        long who = parameters.number("user_id").orElseThrow(() -> Refusal.badRequest("invalid user_id specified"));
        if (who != World.BOT_ID && world.personById(who).isEmpty()) {
            throw Refusal.badRequest("member not found");
        }
        Standing standing = chat.isPrivate() ? Standing.member() : chat.standing(who);
        return standing.json(world.user(who));
    }

    private JsonNode administrators(Parameters parameters) {
        Chat chat = Destination.chat(world, parameters);
        if (chat.isPrivate()) {
            throw Refusal.badRequest("there are no administrators in the private chat");
        }
        ArrayNode all = Json.array();
        chat.standings().forEach((who, standing) -> {
            if (standing.isAdmin()) {
                all.add(standing.json(world.user(who)));
            }
        });
        return all;
    }

    private static long members(Chat chat) {
        return chat.isPrivate() ? 2 : chat.standings().values().stream().filter(Standing::isPresent).count();
    }

    private JsonNode leave(Parameters parameters) {
        Chat chat = Destination.chat(world, parameters);
        if (chat.isPrivate()) {
            throw Refusal.badRequest("chat member status can't be changed in private chats");
        }
        chat.change(World.BOT_ID, World.bot(), Standing.left());
        return Json.yes();
    }

    private JsonNode setCommands(Parameters parameters) {
        world.menus().set(scope(parameters), language(parameters), parameters.json("commands"));
        return Json.yes();
    }

    private JsonNode deleteCommands(Parameters parameters) {
        world.menus().delete(scope(parameters), language(parameters));
        return Json.yes();
    }

    private static String scope(Parameters parameters) {
        return Menus.scope(parameters.json("scope"));
    }

    private static String language(Parameters parameters) {
        return parameters.text("language_code").orElse("");
    }
}
