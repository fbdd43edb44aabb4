package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schemas of what goes over the gateway, made from github.com/discordjs/discord-api-types. */
final class GatewaySpec {
    private static final List<String> DOCUMENTS = List.of(
            "Identify", "Ready", "GuildCreate", "MessageCreate", "Slash", "MessageCommand", "Component", "Autocomplete", "ModalSubmit");
    private static final String ROOT = "";
    private final Map<String, Schemas> documents;

    private GatewaySpec(Map<String, Schemas> documents) {
        this.documents = documents;
    }

    static GatewaySpec read(Path folder) throws IOException {
        Map<String, Schemas> documents = new HashMap<>();
        for (String name : DOCUMENTS) {
            documents.put(name, new Schemas(Dialects.getDraft7(), Files.readString(folder.resolve(name + ".json"))));
        }
        return new GatewaySpec(documents);
    }

    List<String> faultsOfIdentify(JsonNode payload) {
        return faults("Identify", payload);
    }

    /** Events without a schema pass. */
    List<String> faultsOfEvent(String type, JsonNode data) {
        return document(type, data).map(name -> faults(name, data)).orElse(List.of());
    }

    private List<String> faults(String name, JsonNode value) {
        return documents.get(name).faults(ROOT, value);
    }

    private static Optional<String> document(String type, JsonNode data) {
        return switch (type) {
            case "READY" -> Optional.of("Ready");
            case "GUILD_CREATE" -> Optional.of("GuildCreate");
            case "MESSAGE_CREATE" -> Optional.of("MessageCreate");
            case "INTERACTION_CREATE" -> interaction(data);
            default -> Optional.empty();
        };
    }

    /** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
    private static Optional<String> interaction(JsonNode data) {
        return switch (data.path("type").asInt()) {
            case 2 -> command(data.path("data").path("type").asInt());
            case 3 -> Optional.of("Component");
            case 4 -> Optional.of("Autocomplete");
            case 5 -> Optional.of("ModalSubmit");
            default -> Optional.empty();
        };
    }

    /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types */
    private static Optional<String> command(int type) {
        return switch (type) {
            case 1 -> Optional.of("Slash");
            case 3 -> Optional.of("MessageCommand");
            default -> Optional.empty();
        };
    }
}
