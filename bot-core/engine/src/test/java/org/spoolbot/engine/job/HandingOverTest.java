package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

/** Nobody pays for a clip whose files the gateway could never have fetched. */
class HandingOverTest {
    private static final String PICTURE = "e".repeat(64);

    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<Phrase> faults(Handover... ways) {
        MediaRules rules = new MediaRules(
                9, 1_000_000, Set.of(MediaType.PNG), MediaRules.PixelRules.any(), MediaRules.LengthRules.any());
        outside.gateway.takes = model -> new Capabilities(
                EnumSet.of(Mode.FIRST_FRAME), Map.of(MediaKind.IMAGE, rules.handedOverBy(Set.of(ways))), model.lengths(),
                model.ratios(), model.resolutions(), model.maxPromptLength(), model.features());
        MediaFile file = outside.cabinet.picture(PICTURE);
        VideoRequest words = World.request("a kite");
        VideoRequest request = new VideoRequest(
                words.prompt(), Mode.FIRST_FRAME, List.of(new Reference(1, Role.FIRST_FRAME, file.info())),
                words.format(), words.extras(), words.model());
        return world.get(JobService.class).quote(World.ADA, request, World.inTown()).faults();
    }

    @Test
    void aGatewayThatMustFetchFromAServerWithoutAddressIsNotPaidAndTheOperatorHearsTheSetting() {
        assertThat(faults(Handover.SIGNED_LINK)).extracting(Phrase::key).containsExactly(FilesCheck.UNREACHABLE);
        assertThat(world.events.alerts).containsExactly("public-url");
    }

    @Test
    void aFileThatGoesWithTheOrderNeedsNoAddress() {
        assertThat(faults(Handover.SIGNED_LINK, Handover.DATA_URI)).isEmpty();
        assertThat(world.events.alerts).isEmpty();
    }

    @Test
    void theChatPlatformsOwnLinkIsEnough() {
        assertThat(faults(Handover.PLATFORM_LINK)).isNotEmpty();
        outside.cabinet.links.put(PICTURE, new PublicLink(URI.create("https://cdn.example/a.png"), Instant.MAX));
        assertThat(faults(Handover.PLATFORM_LINK)).isEmpty();
    }
}
