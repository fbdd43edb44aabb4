package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the app offers a person: commands by place, installation and permission. */
final class CommandFinder {
    private static final int CHAT_INPUT = 1;
    private static final int SUBCOMMAND = 1;
    private static final int IN_GUILD = 0;
    private static final int IN_BOT_DM = 1;
    private static final int USER_INSTALL = 1;

    /** A command, its subcommand path, and the options that stand there. */
    record Found(ObjectNode command, List<ObjectNode> path, JsonNode options) {
        /** The data object, the options wrapped in their subcommands. */
        ObjectNode data(ArrayNode written) {
            ArrayNode inner = written;
            for (ObjectNode step : path.reversed()) {
                ObjectNode wrapper = Json.object().put("name", step.path("name").asText()).put("type", step.path("type").asInt(SUBCOMMAND));
                wrapper.set("options", inner);
                inner = Json.array().add(wrapper);
            }
            ObjectNode data = Json.object().put("id", command.path("id").asText()).put("name", command.path("name").asText()).put("type", CHAT_INPUT);
            if (command.has("guild_id")) {
                data.put("guild_id", command.path("guild_id").asText());
            }
            data.set("options", inner);
            return data;
        }
    }

    private final World world;

    CommandFinder(World world) {
        this.world = world;
    }

    Found slash(Person person, Channel channel, String words) {
        String[] names = words.split(" ");
        ObjectNode command = find(person, channel, CHAT_INPUT, names[0]);
        List<ObjectNode> path = new ArrayList<>();
        JsonNode here = command;
        for (int index = 1; index < names.length; index++) {
            String name = names[index];
            ObjectNode step = Json.objects(here.path("options")).stream()
                    .filter(option -> option.path("name").asText().equals(name) && option.path("type").asInt() <= 2)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no /" + words));
            path.add(step);
            here = step;
        }
        return new Found(command, path, here.path("options"));
    }

    ObjectNode find(Person person, Channel channel, int type, String name) {
        Commands table = world.commandTable();
        Optional<ObjectNode> own = channel.guild().flatMap(guild -> table.find(guild.id(), type, name));
        return own.or(() -> table.find(Commands.GLOBAL, type, name).filter(command -> offered(command, person, channel)))
                .filter(command -> permitted(command, person, channel))
                .orElseThrow(() -> new AssertionError(person.user().name() + " is not offered \"" + name + "\" in " + channel));
    }

    /** https://discord.com/developers/docs/interactions/application-commands#contexts: installation and place must both allow it. */
    private boolean offered(ObjectNode command, Person person, Channel channel) {
        int place = channel.guild().isPresent() ? IN_GUILD : IN_BOT_DM;
        boolean foreign = channel.guild().filter(guild -> !world.look(guild::hasBot)).isPresent();
        boolean installed = !foreign || person.hasInstalled() && holds(command.path("integration_types"), USER_INSTALL);
        return installed && holds(command.path("contexts"), place);
    }

    private static boolean holds(JsonNode numbers, int wanted) {
        return StreamSupport.stream(numbers.spliterator(), false).anyMatch(number -> number.asInt() == wanted);
    }

    /** {@code default_member_permissions}: same page, "Permissions". */
    private boolean permitted(ObjectNode command, Person person, Channel channel) {
        JsonNode needed = command.path("default_member_permissions");
        if (!Json.has(needed) || channel.guild().isEmpty()) {
            return true;
        }
        long bits = needed.asLong();
        long held = world.look(() -> channel.permissionsOf(person.user().id()));
        return bits == 0 ? (held & Permission.ADMINISTRATOR.value()) != 0 : (held & bits) == bits;
    }
}
