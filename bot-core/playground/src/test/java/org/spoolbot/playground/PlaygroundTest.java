package org.spoolbot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.testkit.FakeRequest;
import org.spoolbot.testkit.MemoryStore;

class PlaygroundTest {
    private static final Destination ADA =
            new Destination("playground", Optional.empty(), "ada", Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();
    private Bench bench;
    private String token = "";

    @BeforeEach
    void enter() throws Exception {
        bench = new Bench(folder, store, false);
        token = bench.enter("{\"user\":\"ada\"}");
    }

    private void restart() throws Exception {
        bench = new Bench(folder, store, false);
        bench.clock.advance(Duration.ofSeconds(60));
        token = bench.enter("{\"user\":\"ada\"}");
    }

    private static Message nonced(String text) {
        Message.Envelope open = Message.Envelope.open();
        return Message.of(text).in(new Message.Envelope(open.audience(), open.mention(), Optional.of("job1"), false));
    }

    private static MessageRef sent(SendResult result) {
        return ((SendResult.Sent) result).message();
    }

    @Test
    void a_message_with_files_reaches_the_engine_as_it_was_written() throws Exception {
        FakeRequest form = FakeRequest.form("/api/messages")
                .field("text", "/video a kite")
                .file("files", "kite.png", "image/png", new byte[] {1, 2, 3});
        JsonNode answer = bench.body(bench.routes.answer(bench.as(token, form)));
        Inbound.TextInput input = (Inbound.TextInput) bench.inbox.received().getFirst();
        assertThat(input.text()).isEqualTo("/video a kite");
        assertThat(input.messageId()).isEqualTo(answer.path("id").asText());
        assertThat(input.origin().account().toString()).isEqualTo("playground:ada");
        try (var content = input.uploads().getFirst().open()) {
            assertThat(content.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void what_a_user_sent_comes_back_under_the_same_id_and_can_be_looked_at() throws Exception {
        FakeRequest form = FakeRequest.form("/api/messages").file("files", "kite.png", "image/png", new byte[] {7});
        String id = bench.body(bench.routes.answer(bench.as(token, form))).path("id").asText();
        JsonNode echo = bench.json.readTree(bench.hear(token, Optional.empty()).getFirst().data());
        assertThat(echo.path("id").asText()).isEqualTo(id);
        assertThat(echo.path("from").asText()).isEqualTo("ada");
        String address = echo.path("attachments").path(0).path("url").asText();
        HttpResponse file = bench.routes.answer(bench.as(token, FakeRequest.get("/" + address)));
        assertThat(((HttpResponse.Body.File) file.body()).path()).hasBinaryContent(new byte[] {7});
        String other = bench.enter("{\"user\":\"bob\"}");
        assertThatThrownBy(() -> bench.routes.answer(bench.as(other, FakeRequest.get("/" + address)))).isInstanceOf(HttpException.class);
    }

    @Test
    void a_script_posing_as_a_picture_is_never_served_as_one() throws Exception {
        FakeRequest form = FakeRequest.form("/api/messages").file("files", "x.svg", "image/svg+xml", new byte[] {7});
        bench.routes.answer(bench.as(token, form));
        JsonNode echo = bench.json.readTree(bench.hear(token, Optional.empty()).getFirst().data());
        assertThat(echo.path("attachments").path(0).path("contentType").asText()).isEqualTo("application/octet-stream");
    }

    @Test
    void a_reply_to_the_bot_is_told_as_one_and_a_reply_to_oneself_is_not() throws Exception {
        String clip = sent(bench.platform.send(ADA, Message.of("Your clip is ready."))).id();
        String own = bench.body(bench.routes.answer(bench.as(token, FakeRequest.form("/api/messages").field("text", "look"))))
                .path("id")
                .asText();
        for (String target : new String[] {clip, own, "nothing"}) {
            bench.routes.answer(bench.as(token, FakeRequest.form("/api/messages").field("text", "again").field("replyTo", target)));
        }

        assertThat(bench.inbox.received().stream().skip(1).map(input -> ((Inbound.TextInput) input).address()))
                .containsExactly(new Inbound.Address(true, Optional.of(clip)), Inbound.Address.NOBODY, Inbound.Address.NOBODY);
    }

    @Test
    void a_form_for_files_alone_is_left_to_the_composer() {
        Control.Form files = new Control.Form("Files", "Add", List.of(new Control.FileField("files", "Files", 3)));
        Control.Form both = new Control.Form(
                "Ask",
                "Go",
                List.of(
                        new Control.ChoiceField("ratio", "Shape", List.of(new Control.Option("1:1", "Square", true))),
                        new Control.FileField("files", "Files", 3)));
        Message message = Message.of("x").withControls(List.of(
                new Control.Button("v1:a", "A", Control.Style.SECONDARY, Optional.of(files)),
                new Control.Button("v1:b", "B", Control.Style.SECONDARY, Optional.of(both))));
        JsonNode buttons = new MessageRenderer(bench.json).render("1", Instant.EPOCH, Optional.empty(), message).path("buttons");

        assertThat(buttons.path(0).has("form")).isFalse();
        assertThat(buttons.path(1).path("form").path("fields")).hasSize(1);
        assertThat(buttons.path(1).path("form").path("fields").path(0).path("options").path(0).path("value").asText()).isEqualTo("1:1");
    }

    @Test
    void a_full_server_says_busy() {
        bench.inbox.busy(true);
        assertThatThrownBy(() -> bench.routes.answer(bench.as(token, FakeRequest.form("/api/messages").field("text", "hi"))))
                .isInstanceOfSatisfying(HttpException.class, fault -> assertThat(fault.status()).isEqualTo(503));
    }

    @Test
    void an_empty_message_and_an_endless_one_are_refused() {
        for (String text : new String[] {" ", "x".repeat(8001)}) {
            assertThatThrownBy(() -> bench.routes.answer(bench.as(token, FakeRequest.form("/api/messages").field("text", text))))
                    .isInstanceOf(HttpException.class);
        }
        assertThat(bench.inbox.received()).isEmpty();
    }

    @Test
    void a_pressed_button_arrives_with_its_values() throws Exception {
        MessageRef message = sent(bench.platform.send(ADA, Message.of("card")));
        String body = "{\"messageId\":\"" + message.id() + "\",\"actionId\":\"v1:go\",\"values\":{\"prompt\":[\"a kite\"]}}";
        assertThat(bench.routes.answer(bench.as(token, FakeRequest.post("/api/actions", body))).status()).isEqualTo(202);
        Inbound.Action action = (Inbound.Action) bench.inbox.received().getFirst();
        assertThat(action.actionId()).isEqualTo("v1:go");
        assertThat(action.values()).containsEntry("prompt", List.of("a kite"));
    }

    @Test
    void nobody_presses_a_button_in_somebody_elses_chat() throws Exception {
        MessageRef message = sent(bench.platform.send(ADA, Message.of("card")));
        String bob = bench.enter("{\"user\":\"bob\"}");
        String body = "{\"messageId\":\"" + message.id() + "\",\"actionId\":\"v1:go\"}";
        assertThatThrownBy(() -> bench.routes.answer(bench.as(bob, FakeRequest.post("/api/actions", body))))
                .isInstanceOf(HttpException.class);
    }

    @Test
    void a_clip_sent_again_after_a_crash_stands_there_once() throws Exception {
        SendResult first = bench.platform.send(ADA, nonced("your clip"));
        restart();
        assertThat(bench.platform.send(ADA, nonced("your clip"))).isEqualTo(first);
        assertThat(bench.hear(token, Optional.empty())).filteredOn(event -> event.type().equals("message")).hasSize(1);
    }

    @Test
    void a_page_that_was_away_hears_what_it_missed_and_nothing_twice() throws Exception {
        MessageRef one = sent(bench.platform.send(ADA, Message.of("one")));
        String seen = bench.hear(token, Optional.empty()).getLast().id();
        bench.platform.edit(one, Message.of("one, edited"));
        bench.platform.delete(one);
        bench.platform.send(ADA, Message.of("two"));
        assertThat(bench.hear(token, Optional.of(seen))).extracting(Bench.Heard::type).containsExactly("edit", "delete", "message", "ready");
    }

    @Test
    void after_a_restart_a_page_is_shown_the_whole_chat() throws Exception {
        bench.platform.send(ADA, Message.of("before"));
        String seen = bench.hear(token, Optional.empty()).getLast().id();
        restart();
        bench.platform.send(ADA, Message.of("after"));
        assertThat(bench.hear(token, Optional.of(seen))).filteredOn(event -> event.type().equals("message")).hasSize(2);
    }

    @Test
    void only_the_last_messages_of_a_chat_are_kept() throws Exception {
        for (int number = 0; number < 30; number++) {
            bench.platform.send(ADA, Message.of("message " + number));
        }
        assertThat(bench.hear(token, Optional.empty())).hasSize(21);
        assertThat(store.scan("m/", "", 100)).hasSize(20);
    }

    @Test
    void a_clip_is_served_to_whoever_has_a_message_with_it_and_to_nobody_else() throws Exception {
        Files.write(bench.file.path(), "mp4".getBytes(StandardCharsets.UTF_8));
        bench.platform.send(ADA, Message.of("clip").withAttachments(List.of(new Attachment("clip.mp4", bench.file, Optional.empty()))));
        FakeRequest request = FakeRequest.get("/api/files/" + Bench.SHA);
        HttpResponse response = bench.routes.answer(bench.as(token, request));
        assertThat(response.headers()).containsEntry("Content-Type", "video/mp4").containsKey("Content-Security-Policy");
        String bob = bench.enter("{\"user\":\"bob\"}");
        assertThatThrownBy(() -> bench.routes.answer(bench.as(bob, FakeRequest.get("/api/files/" + Bench.SHA))))
                .isInstanceOf(HttpException.class);
    }

    @Test
    void a_card_with_menus_form_and_progress_is_rendered_whole() throws Exception {
        Control.Form form = new Control.Form("Edit", "Save", List.of(new Control.TextField("prompt", "Prompt", "a", true, 2000)));
        Message message = Message.of("Ready?")
                .with(Card.of("Your clip", List.of(Card.Field.of("Price", "0.00 USD"))))
                .with(new Progress("Queued", OptionalDouble.empty(), OptionalInt.of(3), Optional.of("about 2 min")))
                .withControls(List.of(
                        new Control.Button("v1:edit", "Edit", Control.Style.PRIMARY, Optional.of(form)),
                        new Control.Select("v1:ratio", "Ratio", List.of(new Control.Option("16:9", "16:9", true)))));
        bench.platform.send(ADA, message);
        JsonNode node = bench.json.readTree(bench.hear(token, Optional.empty()).getFirst().data());
        assertThat(node.at("/card/fields/0/value").asText()).isEqualTo("0.00 USD");
        assertThat(node.at("/card/selects/0/options/0/selected").asBoolean()).isTrue();
        assertThat(node.at("/buttons/0/form/fields/0/maxLength").asInt()).isEqualTo(2000);
        assertThat(node.at("/buttons/0/style").asText()).isEqualTo("primary");
        assertThat(node.at("/progress/position").asInt()).isEqualTo(3);
        assertThat(node.at("/progress/fraction").isMissingNode()).isTrue();
    }

    @Test
    void the_page_comes_from_the_jar_and_nothing_else_does() throws Exception {
        HttpResponse page = bench.routes.answer(FakeRequest.get("/"));
        assertThat(page.headers().get("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(bench.routes.answer(FakeRequest.get("/js/main.js")).headers()).containsEntry("Content-Type", "text/javascript; charset=utf-8");
        for (String path : new String[] {"/../plugin.yml", "/plugin.yml", "/js/", "/js/../../config.yml", "/js/none.js"}) {
            assertThatThrownBy(() -> bench.routes.answer(FakeRequest.get(path))).isInstanceOf(HttpException.class);
        }
    }

    @Test
    void commands_and_ways_to_go_on_typing_are_told() throws Exception {
        assertThat(bench.body(bench.routes.answer(bench.as(token, FakeRequest.get("/api/commands")))).at("/commands/0/name").asText())
                .isEqualTo("video");
        FakeRequest typed = FakeRequest.get("/api/complete").query("text", "/vi");
        assertThat(bench.body(bench.routes.answer(bench.as(token, typed))).at("/suggestions/0/text").asText()).isEqualTo("/video ");
    }
}
