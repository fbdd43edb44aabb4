package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

class OtherCommandsTest {
    private final Chat chat = new Chat();

    private JobSnapshot job(JobStatus status) {
        VideoRequest request = new VideoRequest(
                Prompt.plain("a red @image1 kite"),
                Mode.TEXT,
                List.of(),
                new Format(8, Ratio.SQUARE_1_1, Resolution.P480, false),
                Extras.none(),
                java.util.Optional.empty());
        return chat.jobs.add(chat.sender(), request, chat.origin().destination(), status);
    }

    @Test
    void queueTellsPlaceAndTime() {
        chat.say("/queue");
        assertThat(chat.answer()).startsWith("You have no clips in the queue.");
        job(JobStatus.QUEUED);
        chat.say("/queue");
        assertThat(chat.answer()).contains("job1 · waiting · a red", "place 3", "about 2–4 min");
        chat.pressLabel("Cancel job1");
        assertThat(chat.jobs.done).containsExactly("cancel job1");
    }

    @Test
    void cancelTakesTheOnlyClipOrAsksWhich() {
        chat.say("/cancel");
        assertThat(chat.answer()).isEqualTo("There is nothing to cancel.");
        job(JobStatus.RUNNING);
        chat.say("/cancel");
        assertThat(chat.answer()).isEqualTo("Cancelled job1.");
        job(JobStatus.QUEUED);
        chat.say("/cancel");
        assertThat(chat.answer()).startsWith("Which one?");
        chat.say("/cancel #JOB2");
        assertThat(chat.jobs.done).containsExactly("cancel job1", "cancel job2");
    }

    @Test
    void historyGoesByPages() {
        for (int count = 0; count < 12; count++) {
            job(JobStatus.SUCCEEDED);
        }
        chat.say("/history");
        assertThat(chat.answer()).contains("job1 · done", "0.50 USD charged").doesNotContain("job11");
        chat.pressLabel("Older");
        assertThat(chat.answer()).contains("job11").doesNotContain("job1 ·");
        assertThat(chat.labels()).isEmpty();
    }

    @Test
    void showTellsSettingsAndReceipt() {
        job(JobStatus.SUCCEEDED);
        chat.say("/show job1");
        assertThat(chat.field("Format")).isEqualTo("8 s, 1:1, 480p, silent");
        assertThat(chat.field("Receipt")).isEqualTo("0.50 USD charged");
        chat.say("/show job9");
        assertThat(chat.answer()).isEqualTo("There is no clip job9 that you can see. /history lists yours.");
        chat.say("/show");
        assertThat(chat.answer()).isEqualTo("job is missing. /help show shows how to write it.");
    }

    @Test
    void retryByAnotherMemberIsTheirOwnRequestWithTheSameWords() {
        job(JobStatus.FAILED);
        chat.as("2").press("v1:retry:job1");
        assertThat(chat.field("Length")).isEqualTo("8 s");
        chat.pressLabel("Generate");
        assertThat(chat.jobs.orders.getFirst().sender().member()).isEqualTo(new MemberId("m2"));
        assertThat(chat.jobs.orders.getFirst().request().prompt()).isEqualTo(Prompt.plain("a red @image1 kite"));
    }

    @Test
    void remixKeepsEverythingButTheWords() {
        job(JobStatus.SUCCEEDED);
        chat.say("/remix job1 a blue kite");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a blue kite");
        assertThat(chat.field("Length")).isEqualTo("8 s");
        chat.press("v1:remix:job1");
        assertThat(chat.answer()).startsWith("Press Edit to change the words");
    }

    @Test
    void resendAndInfoAnswerAMonthLater() {
        job(JobStatus.SUCCEEDED);
        chat.press("v1:resend:job1").press("v1:info:job1");
        assertThat(chat.jobs.done).containsExactly("resend job1");
        assertThat(chat.newest().card().orElseThrow().title()).isEqualTo("Clip job1");
    }

    @Test
    void brokenButtonsAnswerWithASentence() {
        for (String id : List.of("v1:retry", "v1:retry:../x", "v1:draft:go", "v1:nothing:1", "v2:retry:job1", ":::", "v1:history:-1")) {
            chat.press(id);
            assertThat(chat.answer()).as(id).startsWith("This button no longer does anything.");
        }
    }

    @Test
    void quotaTellsWhatIsLeftWhoDecidesAndWhenItResets() {
        chat.say("/quota");
        assertThat(chat.answer()).isEqualTo("""
                What you have left here:
                Clips per day: 2 of 3 left (rule for everybody), resets 2026-11-22 00:00 Z
                Length of one clip: 5 s (group new)""");
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER);
    }

    @Test
    void modelsTellWhatCanBeAskedAtWhichPrice() {
        chat.say("/models");
        assertThat(chat.field("seedance (gateway)"))
                .isEqualTo("4–10 s · 16:9, 9:16 · 480p, 720p, 1080p · words, first frame, first and last frame, references"
                        + " · up to 9 pictures, up to 3 clips, up to 3 sounds · 0.50 USD for 5 s at 720p");
    }

    @Test
    void settingsAreKeptAndTakenBack() {
        chat.say("/settings --audio off --duration 8 --language de");
        assertThat(chat.answer()).isEqualTo("Saved.");
        assertThat(chat.field("Sound")).isEqualTo("off");
        chat.choose("v1:settings:audio", Map.of("v1:settings:audio", List.of("default")));
        assertThat(chat.field("Sound")).isEqualTo("as usual");
        assertThat(chat.field("Length in seconds")).isEqualTo("8");
        chat.choose("v1:settings:duration", Map.of("v1:settings:duration", List.of("5")));
        assertThat(chat.field("Length in seconds")).isEqualTo("5");
        chat.say("/settings --confirm now --language de");
        assertThat(chat.field("Before starting")).isEqualTo("start at once");
        assertThat(chat.field("Language")).isEqualTo("Deutsch");
        chat.say("/settings --duration long");
        assertThat(chat.answer()).contains("--duration takes a number of seconds");
    }

    @Test
    void helpIsMadeFromTheCommandsOnesOwnRightsShow() {
        chat.say("/help");
        assertThat(chat.answer()).contains("/video · make a clip").doesNotContain("/admin");
        chat.say("/help video");
        assertThat(chat.answer()).contains("Write: /video [prompt] [--…]", "--ratio · shape (16:9, 9:16");
        chat.as("admin").say("/help admin quota");
        assertThat(chat.answer()).contains("/admin quota set");
        chat.say("/help nonsense");
        assertThat(chat.answer()).contains("There is no command “nonsense”");
    }

    @Test
    void aMistypedCommandIsGuessed() {
        chat.say("/vidoe kite");
        assertThat(chat.answer()).isEqualTo("There is no command /vidoe. Did you mean /video?");
        chat.say("/xyzzy");
        assertThat(chat.answer()).startsWith("There is no command /xyzzy.");
        chat.as("2").say("/adminn");
        assertThat(chat.answer()).doesNotContain("/admin?");
    }

    @Test
    void aCommandAddressedToTheBotIsHeard() {
        chat.inGroup().say("/video@spool_bot kite");
        assertThat(chat.newest().card()).isPresent();
    }

    @Test
    void plainTalkIsAnsweredInPrivateAndLeftAloneInGroups() {
        chat.say("hello");
        assertThat(chat.answer()).startsWith("Type /video");
        int before = chat.platform.sent.size();
        chat.inGroup().say("hello");
        assertThat(chat.platform.sent).hasSize(before);
    }

    @Test
    void adminCommandsNeedTheRightAndAnswerTheAskerAlone() {
        chat.inGroup().say("/admin quota set chat:2 clips-per-day 5");
        assertThat(chat.answer()).isEqualTo("You are not allowed to use /admin quota set here.");
        assertThat(chat.server.limits).isEmpty();
        chat.as("admin").say("/admin quota set chat:2 clips-per-day 5");
        assertThat(chat.server.limits).containsValue(
                new QuotaLimit(QuotaLimit.Measure.CLIPS_PER_DAY, OptionalLong.of(5)));
        chat.say("/admin quota set chat:2 cost-per-day 1.50").say("/admin quota show chat:2").say("/plugins list");
        assertThat(chat.server.limits.get(new QuotaSubject.Person(new MemberId("m2"))).amount()).hasValue(1_500_000);
        assertThat(chat.platform.sent)
                .extracting(Message::envelope)
                .extracting(Message.Envelope::audience)
                .containsOnly(Audience.ASKER);
    }

    @Test
    void adminMistakesAreNamed() {
        chat.as("admin").say("/admin quota set chat:2 clips-per-day many");
        assertThat(chat.answer()).startsWith("“many” is no amount.");
        chat.say("/admin quota show nobody");
        assertThat(chat.answer()).startsWith("I do not know “nobody”").doesNotContain("global");
        chat.say("/admin quota set");
        assertThat(chat.answer()).contains("amount is missing. /help admin quota set shows how to write it.");
        chat.say("/admin quto");
        assertThat(chat.answer()).isEqualTo("/admin has no “quto”. Did you mean /admin quota?");
        chat.say("/admin");
        assertThat(chat.answer()).isEqualTo("/admin needs one more word: quota, jobs, providers.");
    }

    @Test
    void aGroupThatIsOnlyNamedShowsItsList() {
        job(JobStatus.RUNNING);
        chat.as("admin").say("/admin jobs");
        assertThat(chat.answer()).contains("job1");
        chat.as("bob").say("/admin jobs");
        assertThat(chat.answer()).doesNotContain("job1");
    }

    @Test
    void anAdminSettlesAndListsJobs() {
        job(JobStatus.RUNNING);
        chat.as("admin").say("/admin jobs list");
        assertThat(chat.answer()).contains("job1");
        chat.say("/admin jobs resolve job1 not-billed").say("/admin jobs cancel job1");
        assertThat(chat.jobs.done).containsExactly("resolve job1 NOT_BILLED", "cancel job1");
    }

    @Test
    void pluginsAreListedWithTheirTrouble() {
        chat.as("admin").say("/plugins list");
        assertThat(chat.answer()).isEqualTo("1 plugin:\ncore 1.0.0 · failed · no key");
    }

    @Test
    void completionGoesFromCommandToOptionToValue() {
        assertThat(texts("/vi")).containsExactly("/video");
        assertThat(texts("/video kite --ra")).containsExactly("/video kite --ratio");
        assertThat(texts("/video kite --ratio 9")).containsExactly("/video kite --ratio 9:16");
        assertThat(texts("/admin ")).isEmpty();
        chat.as("admin").say("/queue");
        assertThat(texts("/admin jobs l")).containsExactly("/admin jobs list");
        assertThat(texts("no command")).isEmpty();
    }

    private List<String> texts(String line) {
        return chat.inbox.complete(chat.origin(), line).stream().map(Suggestion::text).toList();
    }

    @Test
    void aFaultOfOursGivesANumberAndNoTrace() {
        chat.jobs.gate = order -> {
            throw new IllegalStateException("secret detail");
        };
        chat.say("/video kite --now");
        assertThat(chat.answer()).matches("(?s).*tell the operator the number [0-9,]+\\.").doesNotContain("secret", "Exception");
    }
}
