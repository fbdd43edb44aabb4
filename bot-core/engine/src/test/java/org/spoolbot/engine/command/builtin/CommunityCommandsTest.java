package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.VideoRequest;

/** What the admins of a group set, and what its members get of it. */
class CommunityCommandsTest {
    private final Chat chat = new Chat();

    private Chat admin() {
        return chat.inGroup().as("admin");
    }

    private Chat member() {
        return chat.inGroup().as("1");
    }

    @Test
    void aMemberGetsWhatTheChatHasAndTheirOwnWishBeforeIt() {
        admin().say("/admin chat set --ratio 9:16 --duration 8 --audio off");
        member().say("/video a kite");
        assertThat(chat.field("Shape")).isEqualTo("9:16");
        assertThat(chat.field("Length")).isEqualTo("8 s");
        assertThat(chat.field("Sound")).isEqualTo("off");

        chat.say("/settings --ratio 16:9").say("/video a kite");
        assertThat(chat.field("Shape")).isEqualTo("16:9");
        assertThat(chat.field("Length")).isEqualTo("8 s");
        chat.say("/video a kite --duration 5");
        assertThat(chat.field("Length")).isEqualTo("5 s");
    }

    @Test
    void settingsSayWhatTheChatHas() {
        admin().say("/admin chat set --ratio 9:16");
        member().say("/settings");

        assertThat(chat.field("Shape")).isEqualTo("as usual here: 9:16");
        assertThat(chat.field("Sound")).isEqualTo("as usual");
    }

    @Test
    void everyChangeIsShownWithWhoAndWhenAlsoWhatWasTakenBack() {
        admin().say("/admin chat set --ratio 9:16 --spoiler always").say("/admin chat set --ratio default");

        assertThat(chat.field("Shape")).isEqualTo("as usual (Ada, 2026-11-21 10:00 Z)");
        assertThat(chat.field("Veil clips")).isEqualTo("always (Ada, 2026-11-21 10:00 Z)");
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER);
        member().say("/video a kite");
        assertThat(chat.field("Shape")).isEqualTo("16:9");
    }

    @Test
    void onlyAnAdminOfTheChatSetsItAndOnlyThere() {
        member().say("/admin chat set --ratio 9:16");
        assertThat(chat.answer()).isEqualTo("You are not allowed to use /admin chat set here.");
        assertThat(chat.settings.all()).isEmpty();

        chat.as("admin").inPrivate().say("/admin chat set --ratio 9:16");
        assertThat(chat.answer()).isEqualTo("This belongs to a server or group: write it there.");
        assertThat(chat.settings.all()).isEmpty();
    }

    @Test
    void aChatThatIsSetToStartAtOnceDoesSo() {
        admin().say("/admin chat set --confirm now");
        member().say("/video a kite");

        assertThat(chat.jobs.orders).hasSize(1);
    }

    @Test
    void aClosedChannelSpendsNothingAndSaysWhereItIsAllowed() {
        admin().say("/admin channels allow <#90071992547409911>");
        assertThat(chat.answer()).contains("✓ #studio (Ada, 2026-11-21 10:00 Z)");
        member().say("/video a kite", FakeUpload.png("a.png"));

        assertThat(chat.answer()).isEqualTo("No clips are made in this channel, but in #studio.");
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER);
        assertThat(chat.media.taken()).as("nothing is fetched for what is refused").isZero();
        assertThat(chat.books.openCount()).isZero();
        chat.inChannel("90071992547409911").say("/video a kite").pressLabel("Generate");
        assertThat(chat.jobs.orders).hasSize(1);
    }

    @Test
    void aCardThatStandsThereWhenTheChannelIsClosedOrdersNothing() {
        member().say("/video a kite");
        String generate = chat.control("Generate").id();
        admin().say("/admin channels deny");
        member().press(generate);

        assertThat(chat.answer()).startsWith("No clips are made in this channel.");
        assertThat(chat.jobs.orders).isEmpty();
        admin().say("/admin channels clear");
        member().press(generate);
        assertThat(chat.jobs.orders).hasSize(1);
    }

    @Test
    void theButtonsUnderAnOldClipAskTheListsToo() {
        Format format = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P480, true);
        VideoRequest request = new VideoRequest(
                Prompt.plain("a kite"), Mode.TEXT, List.of(), format, Extras.none(), Optional.empty());
        member();
        chat.jobs.add(chat.sender(), request, chat.origin().destination(), JobStatus.SUCCEEDED);
        chat.jobs.frame = Optional.empty();
        admin().say("/admin channels deny room");

        for (String id : List.of("v1:again:job1", "v1:retry:job1", "v1:remix:job1")) {
            member().press(id);
            assertThat(chat.answer()).as(id).startsWith("No clips are made in this channel.");
        }
        assertThat(chat.books.openCount()).isZero();
    }

    @Test
    void aRoleThatIsShutOutOrdersNothingAndAnAdminAlwaysMay() {
        admin().say("/admin roles deny 77");
        member().withRoles("77").say("/video a kite");
        assertThat(chat.answer()).startsWith("A role that you have may not make clips here.");

        chat.withRoles("78").say("/video a kite");
        assertThat(chat.labels()).contains("Generate");
        admin().withRoles("77").say("/video a kite");
        assertThat(chat.labels()).contains("Generate");
    }

    @Test
    void whoHasNoneOfTheAllowedRolesReadsWhichThatAre() {
        admin().say("/admin roles allow <@&90071992547409912>");
        member().withRoles("1").say("/video a kite");

        assertThat(chat.answer()).startsWith("Here only members with one of these roles make clips: @artists.");
        chat.withRoles("90071992547409912").say("/video a kite");
        assertThat(chat.labels()).contains("Generate");
    }

    @Test
    void aListIsEmptiedAtOnceAndTellsByWhom() {
        admin().say("/admin channels deny a").say("/admin channels deny b").say("/admin channels clear all");

        assertThat(chat.answer()).isEqualTo("Clips are made in all channels.\nEmptied: Ada, 2026-11-21 10:00 Z");
        chat.say("/admin channels clear all");
        assertThat(chat.answer()).isEqualTo("That is not on the list.");
        chat.say("/admin channels deny {}");
        assertThat(chat.answer()).startsWith("“{}” is no channel.");
    }

    @Test
    void aListIsBounded() {
        admin();
        for (int id = 0; id <= 50; id++) {
            chat.say("/admin roles deny " + id);
        }

        assertThat(chat.answer()).isEqualTo("The list is full. Take something from it first.");
        assertThat(chat.settings.all()).hasSize(51);
    }

    @Test
    void answersComeInTheLanguageOfTheChatUnlessTheMemberChoseOne() {
        admin().say("/admin chat set --language de");
        assertThat(chat.lastLanguage()).isEqualTo("en");
        member().say("/queue");
        assertThat(chat.lastLanguage()).isEqualTo("de");
        chat.say("/settings --language es").say("/queue");
        assertThat(chat.lastLanguage()).isEqualTo("es");
    }

    @Test
    void aPrivateClipGoesWhereItsAuthorAloneReadsAndTheCardSaysSo() {
        member().say("/video a kite --private");
        assertThat(chat.field("Goes to")).isEqualTo("your private chat with me");
        chat.pressLabel("Generate");

        Destination place = chat.jobs.orders.getFirst().destination();
        assertThat(place.isPrivate()).isTrue();
        assertThat(place.channel()).isEqualTo("with-1");
    }

    @Test
    void whoeverTheBotCannotReachInPrivateLearnsItBeforePaying() {
        chat.platform.writesInPrivate = false;
        member().say("/video a kite --private --now");

        assertThat(chat.answer()).startsWith("I cannot write to you in private, so nothing was ordered.");
        assertThat(chat.jobs.orders).isEmpty();
        assertThat(chat.books.openCount()).isZero();
    }

    @Test
    void aClosedChannelIsNoWayAroundByAskingForAPrivateClip() {
        admin().say("/admin channels deny");
        member().say("/video a kite --private");

        assertThat(chat.answer()).startsWith("No clips are made in this channel.");
    }

    @Test
    void aPressOnAMenuOfTheCardIsRefusedToo() {
        member().say("/video a kite");
        String shape = chat.control("Shape").id();
        admin().say("/admin channels deny");
        member().choose(shape, Map.of(shape, List.of("9:16")));

        assertThat(chat.answer()).startsWith("No clips are made in this channel.");
    }
}
