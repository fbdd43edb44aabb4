package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.testkit.SettableClock;

/** Answers for one person alone, asked for in a group. */
final class WhisperTest {
    private static final String LINK = "https://t.me/spoolbot?start=hi";
    private static final String SECRET = "3 of 5 clips left";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.atTen();
    private Counter counter;
    private Person ada;
    private Chat group;

    @BeforeEach
    void open() {
        counter = new Counter(folder, clock);
        ada = counter.telegram.person("Ada");
        group = counter.telegram.world().supergroup("Makers", ada);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void theyAreReadInThePrivateChatAndNotInTheGroup() {
        ada.privately().starts();

        assertThat(counter.outbox.send(Counter.in(group), Counter.whispered(SECRET, ada)).isSent()).isTrue();

        assertThat(ada.privateChat().fromBot()).singleElement().extracting(Posted::text).isEqualTo(SECRET);
        assertThat(group.fromBot()).isEmpty();
    }

    @Test
    void whoNeverStartedTheBotIsToldHowInHisLanguageAndTheGroupLearnsNothing() {
        counter.language = Locale.GERMAN;
        Posted request = ada.in(group).says("/quota@spoolbot");

        counter.outbox.send(Counter.in(group).replyingTo(Long.toString(request.id())), Counter.whispered(SECRET, ada));

        Posted word = group.fromBot().getFirst();
        assertThat(word.text()).contains("privat").doesNotContain(SECRET, "t.me");
        assertThat(word.keyboard()).containsExactly(List.of(new Posted.Button("Privaten Chat öffnen", "", LINK)));
        assertThat(word.repliesTo()).hasValue(request.id());
    }

    @Test
    void whoPressesKeyAfterKeyIsToldOnceInTenMinutesAndEachPersonForThemselves() {
        Person eve = counter.telegram.person("Eve");
        Destination place = Counter.in(group);

        counter.outbox.send(place, Counter.whispered(SECRET, ada));
        assertThat(counter.outbox.send(place, Counter.whispered(SECRET, ada)).isSent()).isFalse();
        assertThat(group.fromBot()).hasSize(1);

        counter.outbox.send(place, Counter.whispered(SECRET, eve));
        assertThat(group.fromBot()).hasSize(2);

        clock.advance(Duration.ofMinutes(10));
        counter.outbox.send(place, Counter.whispered(SECRET, ada));
        assertThat(group.fromBot()).hasSize(3);
    }

    @Test
    void whoBlockedTheBotIsToldTheSame() {
        ada.privately().starts();
        ada.blocks();

        counter.outbox.send(Counter.in(group), Counter.whispered(SECRET, ada));

        Posted word = group.fromBot().getFirst();
        assertThat(word.text()).doesNotContain(SECRET);
        assertThat(word.keyboard().getFirst()).extracting(Posted.Button::url).containsExactly(LINK);
        assertThat(word.json().path("entities").toString()).contains(Long.toString(ada.id()));
    }

    /** Telegram names him GroupAnonymousBot; who he is, it tells nobody. */
    @ParameterizedTest
    @CsvSource({"en, Remain anonymous", "de, Anonym bleiben", "es, Permanecer anónimo", "ru, Анонимность", "zh, 匿名"})
    void anAdministratorBehindTheGroupIsToldHowToBeAnsweredInTheGroupsLanguage(String language, String theSwitch) {
        counter.language = Locale.forLanguageTag(language);
        Posted request = group.anonymousAdmin().says("/admin@spoolbot quota");
        Account hidden = new Account("telegram", request.json().path("from").path("id").asText());
        Message answer = Message.of(SECRET)
                .in(new Message.Envelope(Message.Audience.ASKER, Optional.of(hidden), Optional.empty(), false))
                .withControls(List.of(Control.Button.of("v1:x", SECRET)));

        assertThat(counter.outbox.send(Counter.in(group).replyingTo(Long.toString(request.id())), answer).isSent()).isTrue();

        Posted word = group.fromBot().getFirst();
        assertThat(group.fromBot()).hasSize(1);
        assertThat(word.text()).contains(theSwitch).doesNotContain("t.me");
        assertThat(word.keyboard().getFirst()).extracting(Posted.Button::url).containsExactly(LINK);
        assertThat(word.json().toString()).doesNotContain(SECRET).doesNotContain("text_mention");
        assertThat(word.repliesTo()).hasValue(request.id());
        assertThat(counter.telegram.calls().count("sendMessage")).as("nobody else was written to").isEqualTo(1);
        assertThat(counter.outbox.privateChat(hidden)).isEmpty();
    }

    @Test
    void aPrivateChatThatIsOnlyBusyGetsNoWordInTheGroup() {
        ada.privately().starts();
        counter.telegram.faults().next("sendMessage", Fault.tooManyRequests(50));

        assertThat(counter.outbox.send(Counter.in(group), Counter.whispered(SECRET, ada))).isInstanceOf(SendResult.SlowDown.class);

        assertThat(group.fromBot()).isEmpty();
    }

    @Test
    void aSecretWithoutAnOwnerOnTelegramStaysOne() {
        Message nobodys = Message.of(SECRET).forAskerOnly();
        Message stranger = nobodys.in(new Message.Envelope(
                Message.Audience.ASKER, Optional.of(new Account("discord", Long.toString(ada.id()))), Optional.empty(), false));
        ada.privately().starts();

        for (Message message : List.of(nobodys, stranger)) {
            assertThat(counter.outbox.send(Counter.in(group), message)).isInstanceOf(SendResult.Forbidden.class);
        }

        assertThat(counter.telegram.world().fromBot()).isEmpty();
    }

    @Test
    void aPrivateChatIsFoundWithoutAWordInIt() {
        assertThat(counter.outbox.privateChat(Counter.account(ada))).isEmpty();
        ada.privately().starts();

        assertThat(counter.outbox.privateChat(Counter.account(ada))).contains(Counter.in(ada.privateChat()));
        assertThat(counter.outbox.privateChat(new Account("discord", Long.toString(ada.id())))).isEmpty();
        assertThat(ada.privateChat().fromBot()).isEmpty();
    }
}
