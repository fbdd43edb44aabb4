package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Seat;

/** The plainest talk there is. */
final class FirstWordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void whatAMemberTypesIsHeardAndAnsweredWhereItWasTyped() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();

            Posted request = ada.says("/video a red kite");
            await().atMost(PATIENCE).until(() -> bench.inbox.received().size() == 1);
            Inbound.TextInput heard = (Inbound.TextInput) bench.inbox.received().getFirst();
            SendResult answer = bench.platform.send(
                    heard.origin().destination().replyingTo(heard.messageId()),
                    Message.of("Is <this> it?").withControls(List.of(Control.Button.of("v1:yes:1", "Yes"))));

            assertThat(heard.text()).isEqualTo("/video a red kite");
            assertThat(answer).isInstanceOf(SendResult.Sent.class);
            Posted said = bench.telegram.world().fromBot().getFirst();
            assertThat(said.text()).isEqualTo("Is <this> it?");
            assertThat(said.repliesTo()).hasValue(request.id());
            assertThat(ada.taps(said, "Yes").awaitAnswer(PATIENCE)).isTrue();
            await().atMost(PATIENCE).until(() -> bench.inbox.received().size() == 2);
            assertThat(((Inbound.Action) bench.inbox.received().get(1)).actionId()).isEqualTo("v1:yes:1");
        }
    }

    @Test
    void aMenuOpensUnderTheCardAndWhatIsChosenIsHeard() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("/video");
            await().atMost(PATIENCE).until(() -> bench.inbox.received().size() == 1);
            Control.Select length = new Control.Select(
                    "v1:draft:length:x", "Length", List.of(new Control.Option("5", "5 s", true), new Control.Option("8", "8 s", false)));
            bench.platform.send(bench.inbox.received().getFirst().origin().destination(), Message.of("card").withControls(List.of(length)));
            Posted card = bench.telegram.world().fromBot().getFirst();

            ada.taps(card, "Length");
            card.await(one -> one.labels().contains("8 s"), PATIENCE);
            ada.taps(card, "8 s");

            await().atMost(PATIENCE).until(() -> bench.inbox.received().size() == 2);
            assertThat(((Inbound.Action) bench.inbox.received().get(1)).values()).containsEntry("v1:draft:length:x", List.of("8"));
        }
    }

    @Test
    void aFormIsAskedAsAQuestionAndItsReplyIsTheAnswer() {
        try (Bench bench = new Bench(folder)) {
            bench.inbox.form("v1:edit:1", new Control.Form("Edit", "Save", List.of(new Control.TextField("prompt", "Prompt", "a kite", true, 400))));
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("/video");
            await().atMost(PATIENCE).until(() -> bench.inbox.received().size() == 1);
            bench.platform.send(
                    bench.inbox.received().getFirst().origin().destination(),
                    Message.of("card").withControls(List.of(Control.Button.of("v1:edit:1", "Edit"))));

            ada.taps(bench.telegram.world().fromBot().getFirst(), "Edit");
            await().atMost(PATIENCE).until(() -> bench.telegram.world().fromBot().size() == 2);
            Posted question = bench.telegram.world().fromBot().get(1);
            assertThat(question.asksForReply()).isTrue();
            ada.replies(question, "a blue kite");

            await().atMost(PATIENCE).until(() -> bench.inbox.received().size() == 2);
            Inbound.Action filledIn = (Inbound.Action) bench.inbox.received().get(1);
            assertThat(filledIn.values()).containsEntry("prompt", List.of("a blue kite"));
            assertThat(Optional.of(filledIn.actionId())).contains("v1:edit:1");
        }
    }
}
