package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.platform.ChatInbox.MenuEntry;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** What a platform shows before anybody speaks, and while somebody types. */
class MenusTest {
    private final Chat chat = new Chat();

    private MenuEntry entry(String name) {
        return chat.inbox.menu().stream()
                .filter(entry -> entry.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JobSnapshot job(String prompt, JobStatus status) {
        Format format = new Format(8, Ratio.PORTRAIT_9_16, Resolution.P480, true);
        Extras extras = new Extras(java.util.OptionalLong.empty(), false, false);
        VideoRequest request = new VideoRequest(Prompt.plain(prompt), Mode.TEXT, List.of(), format, extras, Optional.empty());
        return chat.jobs.add(chat.sender(), request, chat.origin().destination(), status);
    }

    private List<String> offered(String line) {
        return chat.inbox.complete(chat.origin(), line).stream().map(Suggestion::label).toList();
    }

    @Test
    void aMenuShowsWhatMembersMayUseToMembersAndTheRestToWhoeverMay() {
        assertThat(entry("video").from()).contains(Standing.MEMBER);
        assertThat(entry("admin").from()).contains(Standing.MODERATOR);
        assertThat(entry("plugins").from()).as("for owners alone").isEmpty();
    }

    @Test
    void everyCommandStandsInTheMenuWithAllItsParts() {
        assertThat(chat.inbox.menu()).extracting(entry -> entry.spec().name()).contains("admin", "video", "show").isSorted();
        assertThat(entry("admin").spec().subcommands()).isNotEmpty();
        assertThat(chat.inbox.describe(Locale.ENGLISH, "command.video")).startsWith("make a clip");
    }

    @Test
    void ownClipsAreOfferedByNumberWithTheirFirstWords() {
        job("a kite\nover the sea", JobStatus.SUCCEEDED);
        job("a boat", JobStatus.RUNNING);
        assertThat(offered("/show --job ")).as("nobody is read from the books while typing").isEmpty();
        chat.say("/help");

        assertThat(offered("/show --job ")).containsExactly("job2 · a boat", "job1 · a kite over the sea");
        assertThat(chat.inbox.complete(chat.origin(), "/show --job job1")).extracting(Suggestion::text).containsExactly("/show --job job1");
        assertThat(offered("/cancel ")).startsWith("job2 · a boat");
        assertThat(offered("/video ")).noneMatch(label -> label.startsWith("job"));
    }

    @Test
    void aNewClipIsOfferedAtOnceAndNobodyElses() {
        chat.begin().say("/help");
        chat.events.fire(new JobChangedEvent(job("a kite", JobStatus.QUEUED), Optional.empty()));

        assertThat(offered("/show --job ")).containsExactly("job1 · a kite");
        chat.as("2").say("/help");
        assertThat(offered("/show --job ")).isEmpty();
    }

    @Test
    void theBooksAreReadOncePerPersonNotOncePerMessage() {
        chat.say("/help").say("/help").say("/help");

        assertThat(chat.jobs.reads).isEqualTo(1);
    }

    @Test
    void onlyTheLastTenClipsAreKeptInMind() {
        chat.begin().say("/help");
        for (int number = 0; number < 12; number++) {
            chat.events.fire(new JobChangedEvent(job("kite " + number, JobStatus.QUEUED), Optional.empty()));
        }

        assertThat(offered("/show --job ")).hasSize(10).first().isEqualTo("job12 · kite 11");
    }
}
