package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who tries the server by hand may type. */
class TypedTest {
    private static final String COMMANDS = """
            [{"name": "video", "options": [{"type": 3, "name": "prompt"}, {"type": 4, "name": "seconds"}, {"type": 5, "name": "audio"}, {"type": 11, "name": "image"}]},
             {"name": "admin", "options": [{"type": 2, "name": "quota", "options": [{"type": 1, "name": "set", "options": [{"type": 3, "name": "member"}]}]}]}]""";

    @Test
    void everyKindOfLineIsUnderstood() {
        assertThat(Typed.read("ada /video a red kite")).isEqualTo(new Typed.Slash("ada", "video a red kite"));
        assertThat(Typed.read("ada press Again")).isEqualTo(new Typed.Press("ada", "Again"));
        assertThat(Typed.read("ada choose fast one")).isEqualTo(new Typed.Choose("ada", "fast one"));
        assertThat(Typed.read("ada submit prompt=kite")).isEqualTo(new Typed.Submit("ada", "prompt=kite"));
        assertThat(Typed.read("ada type /video k model:s")).isEqualTo(new Typed.Complete("ada", "video k model:s"));
        assertThat(Typed.read("ada pick Make a clip")).isEqualTo(new Typed.Pick("ada", "Make a clip"));
        assertThat(Typed.read("bob says hello @bot")).isEqualTo(new Typed.Say("bob", "hello @bot"));
        assertThat(Typed.read("bob replies more")).isEqualTo(new Typed.Reply("bob", "more"));
        assertThat(Typed.read("bob goes private")).isEqualTo(new Typed.Go("bob", "private"));
        assertThat(Typed.read("gateway reset")).isEqualTo(new Typed.Trouble("reset"));
        assertThat(Typed.read("what now")).isEqualTo(new Typed.Unclear());
        assertThat(Typed.read("ada press")).isEqualTo(new Typed.Unclear());
    }

    @Test
    void freeTextIsTheFirstOptionAndNamedOnesHaveTheirTypes(@TempDir Path folder) throws Exception {
        Path picture = Files.write(folder.resolve("kite.png"), new byte[] {1, 2, 3});

        SlashLine line = SlashLine.read("video a red: kite seconds:5 audio:true image:@" + picture, commands());

        assertThat(line.path()).isEqualTo("video");
        assertThat(line.options()).containsEntry("prompt", "a red: kite").containsEntry("seconds", 5L).containsEntry("audio", true);
        assertThat(line.options().get("image")).isInstanceOfSatisfying(PickedFile.class, file -> {
            assertThat(file.name()).isEqualTo("kite.png");
            assertThat(file.contentType()).isEqualTo("image/png");
            assertThat(file.bytes()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void groupsAndSubcommandsAreWordsOfThePath() throws Exception {
        SlashLine line = SlashLine.read("admin quota set bob", commands());

        assertThat(line).isEqualTo(new SlashLine("admin quota set", Map.of("member", "bob"), "member"));
    }

    @Test
    void aCommandThatTheBotDoesNotHaveIsToldByName() {
        assertThatThrownBy(() -> SlashLine.read("vidoe a red kite", commands())).hasMessageContaining("/vidoe");
    }

    private static List<JsonNode> commands() throws Exception {
        return List.of(new ObjectMapper().readValue(COMMANDS, JsonNode[].class));
    }
}
