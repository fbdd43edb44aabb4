package org.spoolbot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;
import org.spoolbot.telegram.fake.Seat;
import org.spoolbot.testkit.SettableClock;

/** Forms of a plugin, filled in by questions and answers in a group. */
final class FormTest {
    private static final Duration PATIENCE = Bench.PATIENCE;
    private static final Control.ChoiceField LOUD = new Control.ChoiceField(
            "loud", "Sound", List.of(new Control.Option("true", "On", false), new Control.Option("false", "Off", true)));
    private static final Control.TextField NAME = new Control.TextField("name", "Name", "kite", false, 12);

    @TempDir
    Path folder;

    private Chat group;
    private Seat bob;
    private Seat eve;

    private Posted asked(Bench bench, Control.FormField... fields) {
        bench.inbox.form("v1:own:7", new Control.Form("Own", "Save", List.of(fields)));
        Person person = bench.telegram.person("Bob");
        Person other = bench.telegram.person("Eve");
        group = bench.telegram.world().supergroup("Makers", person, other);
        bob = person.in(group);
        eve = other.in(group);
        bob.says("/video");
        Control.Button own = Control.Button.of("v1:own:7", "Own");
        bench.platform.send(bench.text(0).origin().destination(), Message.of("card").withControls(List.of(own)));
        bob.taps(group.await(one -> one.labels().contains("Own"), PATIENCE), "Own");
        return question(fields[0].label());
    }

    private Posted question(String label) {
        return question(label, 0);
    }

    private Posted question(String label, long after) {
        Posted question = group.await(one -> one.isFromBot() && one.id() > after && one.text().contains(label + "\n"), PATIENCE);
        awaitKept(question);
        return question;
    }

    /** The question is noted after it was sent. */
    private void awaitKept(Posted question) {
        await().atMost(PATIENCE).until(() -> {
            Press strange = eve.presses(question, "a:0");
            return strange.awaitAnswer(PATIENCE) && strange.text().startsWith("This question");
        });
    }

    private static Inbound.Action filledIn(Bench bench) {
        return (Inbound.Action) bench.heard(2).get(1);
    }

    @Test
    void aChoiceIsAskedByKeysAndTheRestByReplies() {
        try (Bench bench = new Bench(folder)) {
            Posted sound = asked(bench, LOUD, NAME);
            assertThat(sound.labels()).containsExactly("On", "✓ Off");

            Press press = bob.taps(sound, "On");
            Posted name = question("Name");
            bob.replies(name, "a red one");

            assertThat(filledIn(bench).values()).containsEntry("loud", List.of("true")).containsEntry("name", List.of("a red one"));
            assertThat(filledIn(bench).actionId()).isEqualTo("v1:own:7");
            assertThat(press.text()).isEmpty();
            sound.await(one -> one.text().equals("Sound: On") && one.labels().isEmpty(), PATIENCE);
        }
    }

    @Test
    void aRestartBetweenQuestionAndAnswerLosesNothing() {
        try (Bench bench = new Bench(folder)) {
            Posted name = asked(bench, NAME, LOUD);
            bob.replies(name, "boat");
            Posted sound = question("Sound");
            bench.restart();
            bob.taps(sound, "Off");

            assertThat(filledIn(bench).values()).containsEntry("loud", List.of("false")).containsEntry("name", List.of("boat"));
        }
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        try (Bench bench = new Bench(folder)) {
            Posted sound = asked(bench, LOUD);

            Press press = eve.taps(sound, "On");
            assertThat(press.awaitAnswer(PATIENCE)).isTrue();
            assertThat(press.text()).isEqualTo("This question is for somebody else.");
            bob.taps(sound, "Off");

            assertThat(filledIn(bench).values()).containsEntry("loud", List.of("false"));
            assertThat(filledIn(bench).origin().name()).isEqualTo("Bob");
        }
    }

    @Test
    void aChoiceCountsOnceAndOnlyAsLongAsItIsWaitedFor() {
        SettableClock clock = new SettableClock(Instant.now());
        try (Bench bench = new Bench(folder, setup -> setup.clock = clock)) {
            Posted sound = asked(bench, LOUD);
            String on = sound.button("On").data();
            bob.presses(sound, on);
            assertThat(filledIn(bench).values()).containsEntry("loud", List.of("true"));
            Press again = bob.presses(sound, sound.labels().isEmpty() ? on : sound.button("Off").data());
            assertThat(again.awaitAnswer(PATIENCE)).isTrue();
            assertThat(again.text()).startsWith("I no longer wait");

            bob.taps(group.await(one -> one.labels().contains("Own"), PATIENCE), "Own");
            Posted second = question("Sound", sound.id());
            clock.advance(Duration.ofMinutes(31));
            Press late = bob.taps(second, "On");
            assertThat(late.awaitAnswer(PATIENCE)).isTrue();
            assertThat(late.text()).startsWith("I no longer wait");
            assertThat(late.isAlert()).isTrue();
            assertThat(bench.inbox.received()).hasSize(2);
        }
    }

    @Test
    void whatIsTooLongIsAskedAgainWithTheLimit() {
        try (Bench bench = new Bench(folder)) {
            Posted name = asked(bench, NAME);
            bob.replies(name, "a very long name");
            Posted again = question("Name", name.id());
            assertThat(again.text()).contains("at most 12 characters");
            assertThat(again.asksForReply()).isTrue();
            bob.replies(again, "twelve signs");

            assertThat(filledIn(bench).values()).containsEntry("name", List.of("twelve signs"));
        }
    }

    @Test
    void aWrittenChoiceCountsIfItIsOneAndIsAskedAgainIfNot() {
        try (Bench bench = new Bench(folder)) {
            Posted sound = asked(bench, LOUD);
            bob.replies(sound, "loud please");
            Posted again = question("Sound", sound.id());
            assertThat(again.labels()).containsExactly("On", "✓ Off");
            bob.replies(again, "on");

            assertThat(filledIn(bench).values()).containsEntry("loud", List.of("true"));
        }
    }

    @Test
    void manyLongValuesFitUnderAQuestion() {
        List<Control.Option> options = IntStream.range(0, 25)
                .mapToObj(n -> new Control.Option("value " + n + " " + "x".repeat(90), "Choice " + n, false))
                .toList();
        try (Bench bench = new Bench(folder)) {
            Posted question = asked(bench, new Control.ChoiceField("one", "One of many", options));
            assertThat(question.keyboard()).allSatisfy(row -> assertThat(row)
                    .allSatisfy(key -> assertThat(key.data().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(64)));
            bob.taps(question, "Choice 24");

            assertThat(filledIn(bench).values()).containsEntry("one", List.of(options.get(24).value()));
        }
    }

    @Test
    void anInventedPressAnswersNothing() {
        try (Bench bench = new Bench(folder)) {
            Posted sound = asked(bench, LOUD);
            Posted card = group.await(one -> one.labels().contains("Own"), PATIENCE);
            assertThat(bob.presses(card, "a:0").awaitAnswer(PATIENCE)).isTrue();
            bob.presses(sound, "a:25");
            bob.presses(sound, "a:-1");
            bob.presses(sound, "a:x");
            bob.taps(sound, "Off");

            assertThat(filledIn(bench).values()).containsEntry("loud", List.of("false"));
        }
    }
}
