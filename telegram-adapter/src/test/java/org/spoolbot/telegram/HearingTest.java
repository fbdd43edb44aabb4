package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;
import org.spoolbot.telegram.fake.Seat;
import org.spoolbot.testkit.SettableClock;

/** What the bot takes as meant for it, and from whom. */
final class HearingTest {
    private static final Duration PATIENCE = Bench.PATIENCE;
    private static final byte[] PICTURE = Pictures.jpeg();

    @TempDir
    Path folder;

    @Test
    void inAGroupOnlyVideoIsHeardBareAndTheRestOnlyByName() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Seat seat = bob.in(bench.telegram.world().supergroup("Makers", bob));
            seat.says("/help");
            seat.says("/video@otherbot not for us");
            seat.says("/help@spoolbot");
            seat.says("/forget_me@SpoolBot");
            seat.says("/forget-me");
            seat.says("/usr/bin/env");
            seat.says("/video a kite");

            bench.heard(3);
            assertThat(bench.text(0).text()).isEqualTo("/help");
            assertThat(bench.text(0).address().toBot()).isTrue();
            assertThat(bench.text(1).text()).isEqualTo("/forget-me");
            assertThat(bench.text(2).text()).isEqualTo("/video a kite");
            assertThat(bench.text(2).address().toBot()).isFalse();
        }
    }

    @Test
    void withoutPrivacyModeACommandForAnotherBotIsStillNotOurs() {
        try (Bench bench = new Bench(folder)) {
            bench.telegram.world().privacyMode(false);
            Person bob = bench.telegram.person("Bob");
            Seat seat = bob.in(bench.telegram.world().supergroup("Makers", bob));
            seat.says("/video@otherbot not for us");
            seat.says("/forget-me");
            seat.says("/hilfe");
            seat.says("mail me@spoolbot");
            seat.says("hello @spoolbot, how are you?");

            assertThat(bench.text(0).text()).isEqualTo("mail me@spoolbot");
            assertThat(bench.text(0).address().toBot()).isFalse();
            assertThat(bench.text(1).text()).isEqualTo("hello , how are you?");
            assertThat(bench.text(1).address().toBot()).isTrue();
        }
    }

    @Test
    void namesOfOtherLanguagesAreTypedTooEvenWithAnUnderscore() {
        try (Bench bench = new Bench(folder)) {
            bench.inbox.localName(Locale.GERMAN, "command.forget-me", "vergiss-mich");
            Seat ada = bench.telegram.person("Ada").speaks("de").privately();
            ada.says("/vergiss_mich");
            ada.says("/Überblick jetzt");

            assertThat(bench.text(0).text()).isEqualTo("/vergiss-mich");
            assertThat(bench.text(1).text()).isEqualTo("/überblick jetzt");
            assertThat(bench.text(0).origin().language()).contains(Locale.GERMAN);
        }
    }

    @Test
    void aDeepLinkShowsWhatItIsForAndABareStartHelps() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.starts();
            ada.starts("show_7f3k");
            ada.starts("'; drop table jobs");

            assertThat(bench.text(0).text()).isEqualTo("/help");
            assertThat(bench.text(1).text()).isEqualTo("/show 7f3k");
            assertThat(bench.text(2).text()).isEqualTo("/help");
        }
    }

    @Test
    void aCaptionIsACommandWithItsPictureAndAReplyTakesThePictureAlong() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Person eve = bench.telegram.person("Eve");
            Chat group = bench.telegram.world().supergroup("Makers", bob, eve);
            bob.in(group).sends(Media.photo(PICTURE), "/video make it move");
            Posted picture = eve.in(group).sends(Media.photo(PICTURE), "");
            bob.in(group).replies(picture, "/video this one");

            assertThat(bench.text(0).uploads()).hasSize(1);
            assertThat(bench.text(0).text()).isEqualTo("/video make it move");
            assertThat(bench.text(1).uploads()).hasSize(1);
            assertThat(bench.text(1).address().repliedTo()).isEmpty();
        }
    }

    @Test
    void aReplyToAClipOfOursNamesItAndBringsNoFile() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Chat group = bench.telegram.world().supergroup("Makers", bob);
            bob.in(group).says("/video a kite");
            bench.platform.send(bench.text(0).origin().destination(), Message.of("here"));
            Posted clip = bench.telegram.world().fromBot().getFirst();
            bob.in(group).replies(clip, "now with sound");

            Inbound.TextInput heard = bench.text(1);
            assertThat(heard.address().repliedTo()).contains(Long.toString(clip.id()));
            assertThat(heard.address().toBot()).isTrue();
            assertThat(heard.uploads()).isEmpty();
        }
    }

    @Test
    void inATopicTheHeadOfTheTopicIsNoReplyAndTheAnswerBelongsThere() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Chat forum = bench.telegram.world().forum("Studio", bob);
            int topic = forum.topic("Clips");
            bob.in(forum, topic).says("/video a kite");

            Inbound.TextInput heard = bench.text(0);
            assertThat(heard.origin().destination().thread()).contains(Integer.toString(topic));
            assertThat(heard.address().repliedTo()).isEmpty();
            assertThat(heard.uploads()).isEmpty();
        }
    }

    @Test
    void aReplyInAGroupWithoutTopicsHasNoThread() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Chat group = bench.telegram.world().supergroup("Makers", bob);
            Posted first = bob.in(group).says("look");
            bob.in(group).replies(first, "/video a kite");

            assertThat(bench.text(0).origin().destination().thread()).isEmpty();
        }
    }

    @Test
    void anAnonymousAdministratorRunsTheGroupAndAsksForNoClip() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Chat group = bench.telegram.world().supergroup("Makers", bob);
            group.anonymousAdmin().says("/video a kite");
            group.anonymousAdmin().says("/admin@spoolbot quota");

            Inbound.TextInput heard = bench.text(0);
            assertThat(heard.text()).isEqualTo("/admin quota");
            assertThat(heard.origin().standing()).isEqualTo(Standing.ADMINISTRATOR);
            group.await(said -> said.text().startsWith("I cannot tell who you are"), PATIENCE);
            assertThat(bench.inbox.received()).hasSize(1);
        }
    }

    @Test
    void whatALinkedChannelPostsIsNotAnswered() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Chat group = bench.telegram.world().supergroup("Makers", bob);
            group.linkedChannel().says("/video a kite");
            bob.in(group).says("/video a boat");

            assertThat(bench.text(0).text()).isEqualTo("/video a boat");
            assertThat(group.fromBot()).isEmpty();
        }
    }

    @Test
    void whatSomebodyIsInTheGroupComesFromTelegram() {
        try (Bench bench = new Bench(folder)) {
            Person owner = bench.telegram.person("Olga");
            Person head = bench.telegram.person("Hugo");
            Person guard = bench.telegram.person("Gina");
            Person bob = bench.telegram.person("Bob");
            Chat group = bench.telegram.world().supergroup("Makers", owner, head, guard, bob);
            group.owner(owner);
            group.promote(head, "can_change_info", "can_restrict_members");
            group.promote(guard, "can_restrict_members");
            List.of(owner, head, guard, bob).forEach(one -> one.in(group).says("/video " + one.name()));

            bench.heard(4);
            assertThat(standing(bench, "Olga")).isEqualTo(Standing.ADMINISTRATOR);
            assertThat(standing(bench, "Hugo")).isEqualTo(Standing.ADMINISTRATOR);
            assertThat(standing(bench, "Gina")).isEqualTo(Standing.MODERATOR);
            assertThat(standing(bench, "Bob")).isEqualTo(Standing.MEMBER);
        }
    }

    private static Standing standing(Bench bench, String name) {
        return bench.inbox.received().stream()
                .map(Inbound::origin)
                .filter(origin -> origin.name().equals(name))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    @Test
    void onlyGroupsOnTheListAreAnsweredAlsoAfterTheyBecameSupergroups() {
        long[] id = new long[1];
        try (Bench bench = new Bench(folder, setup -> {
            setup.before = telegram -> {
                Person bob = telegram.person("Bob");
                id[0] = telegram.world().group("Makers", bob).id();
            };
            setup.allowedChats = List.of("-1");
        })) {
            bench.setup.allowedChats = List.of(Long.toString(id[0]));
            bench.restart();
            Person bob = bench.telegram.person("Bob");
            Chat listed = bench.telegram.world().chats().stream().filter(chat -> chat.id() == id[0]).findFirst().orElseThrow();
            Chat other = bench.telegram.world().supergroup("Others", bob);
            bob.in(other).says("/video not here");
            bob.in(listed).says("/video a kite");
            assertThat(bench.text(0).text()).isEqualTo("/video a kite");

            Chat moved = listed.migrate(bob);
            // Telegram tells of the move in the name of the group, and members of different names are heard beside each other.
            await().atMost(PATIENCE).until(() -> !bench.store.scan("moved/", "", 1).isEmpty());
            bob.in(moved).says("/video a boat");
            assertThat(bench.text(1).text()).isEqualTo("/video a boat");
            assertThat(bench.text(1).origin().destination().channel()).isEqualTo(Long.toString(moved.id()));
        }
    }

    @Test
    void aMenuThatIsNotKnownAnyMoreSaysThatItIsTooOld() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("/video");
            bench.platform.send(bench.text(0).origin().destination(), Message.of("card").withControls(List.of(Control.Button.of("v1:x", "X"))));
            Press press = ada.presses(bench.telegram.world().fromBot().getFirst(), "o:3:1");

            assertThat(press.awaitAnswer(PATIENCE)).isTrue();
            assertThat(press.text()).contains("too old");
            assertThat(press.isAlert()).isTrue();
        }
    }

    @Test
    void anAnswerThatComesTooLateIsToldSoAndIsNoPrompt() {
        SettableClock clock = new SettableClock(Instant.now());
        try (Bench bench = new Bench(folder, setup -> setup.clock = clock)) {
            Seat ada = asked(bench);
            Posted question = bench.telegram.world().fromBot().get(1);
            clock.advance(Duration.ofMinutes(31));
            ada.replies(question, "a blue kite");

            question.chat().await(said -> said.text().startsWith("I no longer wait"), PATIENCE);
            assertThat(bench.inbox.received()).hasSize(1);
        }
    }

    @Test
    void aQuestionIsAnsweredOnceAndACommandIsNoAnswer() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = asked(bench);
            Posted question = bench.telegram.world().fromBot().get(1);
            ada.replies(question, "/help");
            ada.replies(question, "a blue kite");
            ada.replies(question, "a green kite");

            question.chat().await(said -> said.text().startsWith("I no longer wait"), PATIENCE);
            assertThat(bench.text(1).text()).isEqualTo("/help");
            assertThat(bench.heard(3).get(2)).isInstanceOfSatisfying(Inbound.Action.class, action ->
                    assertThat(action.values()).containsEntry("prompt", List.of("a blue kite")));
            assertThat(bench.inbox.received()).hasSize(3);
        }
    }

    private static Seat asked(Bench bench) {
        bench.inbox.form("v1:edit:1", new Control.Form("Edit", "Save", List.of(new Control.TextField("prompt", "Prompt", "a kite", true, 400))));
        Seat ada = bench.telegram.person("Ada").privately();
        ada.says("/video");
        bench.platform.send(
                bench.text(0).origin().destination(),
                Message.of("card").withControls(List.of(Control.Button.of("v1:edit:1", "Edit"))));
        ada.taps(bench.telegram.world().fromBot().getFirst(), "Edit");
        await().atMost(PATIENCE).until(() -> bench.telegram.world().fromBot().size() == 2);
        return ada;
    }

    @Test
    void whereTheBotCannotSendIsKnownBeforeAnybodyPays() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Chat group = bench.telegram.world().supergroup("Makers", bob);
            bob.in(group).says("/video a kite");
            bob.privately().says("hello");
            bench.heard(2);
            Destination there = place(bench, false);
            Destination alone = place(bench, true);
            assertThat(bench.platform.obstacle(there)).isEmpty();

            group.restrictBot(bob, "can_send_messages");
            await().atMost(PATIENCE).until(() -> bench.platform.obstacle(there).equals(Optional.of(Obstacle.MAY_NOT_ATTACH)));
            group.kickBot(bob);
            await().atMost(PATIENCE).until(() -> bench.platform.obstacle(there).equals(Optional.of(Obstacle.NOT_A_MEMBER)));
            bob.blocks();
            await().atMost(PATIENCE).until(() -> bench.platform.obstacle(alone).equals(Optional.of(Obstacle.MAY_NOT_WRITE)));
            group.addBot(bob);
            bob.unblocks();
            await().atMost(PATIENCE).until(() -> bench.platform.obstacle(there).isEmpty() && bench.platform.obstacle(alone).isEmpty());
        }
    }

    private static Destination place(Bench bench, boolean alone) {
        return bench.inbox.received().stream()
                .map(one -> one.origin().destination())
                .filter(destination -> destination.isPrivate() == alone)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMenusAreToldOnceEvenAcrossARestart() {
        try (Bench bench = new Bench(folder)) {
            await().atMost(PATIENCE).until(() -> bench.telegram.calls().count("setMyCommands") == 6);
            bench.restart();
            bench.telegram.person("Ada").privately().says("/video");
            bench.heard(1);
            bench.awaitUp();

            assertThat(bench.telegram.calls().count("setMyCommands")).isEqualTo(6);
        }
    }
}
