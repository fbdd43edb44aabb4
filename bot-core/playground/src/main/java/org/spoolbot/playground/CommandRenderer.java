package org.spoolbot.playground;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.platform.ChatInbox;

/** Commands and suggestions as the page's JSON. */
final class CommandRenderer {
    private final JsonMapper json;

    CommandRenderer(JsonMapper json) {
        this.json = json;
    }

    ObjectNode commands(List<CommandSpec> specs, ChatInbox inbox, Locale language) {
        ObjectNode node = json.createObjectNode();
        addCommands(node.putArray("commands"), specs, inbox, language);
        return node;
    }

    private static void addCommands(ArrayNode nodes, List<CommandSpec> specs, ChatInbox inbox, Locale language) {
        for (CommandSpec spec : specs) {
            ObjectNode node = nodes.addObject().put("name", spec.name());
            node.put("description", inbox.describe(language, spec.descriptionKey()));
            ArrayNode options = node.putArray("options");
            spec.options().forEach(option -> addOption(options.addObject(), option, inbox, language));
            addCommands(node.putArray("subcommands"), spec.subcommands(), inbox, language);
        }
    }

    private static void addOption(ObjectNode node, OptionSpec option, ChatInbox inbox, Locale language) {
        node.put("name", option.name())
                .put("description", inbox.describe(language, option.descriptionKey()))
                .put("type", option.type().name().toLowerCase(Locale.ROOT))
                .put("required", option.presence() == OptionSpec.Presence.REQUIRED);
        ArrayNode choices = node.putArray("choices");
        option.choices().forEach(choices::add);
    }

    ObjectNode suggestions(List<Suggestion> suggestions) {
        ObjectNode node = json.createObjectNode();
        ArrayNode list = node.putArray("suggestions");
        suggestions.forEach(suggestion -> list.addObject()
                .put("text", suggestion.text())
                .put("label", suggestion.label())
                .put("description", suggestion.description()));
        return node;
    }
}
