package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;

/** A server whose operator wrote nothing yet. */
class ShippedFilesTest {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MICROS = 1_000_000;

    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(home);
    }

    @Test
    void aNewServerListensOnThisMachineAlone() {
        ServerSettings.Http http = desk.read().settings().http();

        assertThat(http.host()).isEqualTo("127.0.0.1");
        assertThat(http.port()).isEqualTo(8080);
        assertThat(http.publicUrl()).isEmpty();
        assertThat(http.mounts()).isEqualTo(Map.of("/", "playground", "/telegram", "telegram", "/callbacks", "providers"));
    }

    @Test
    void aNewServerHasTheDefaultsThatThePolicyNames() {
        ServerSettings settings = desk.read().settings();

        assertThat(settings.owners()).isEmpty();
        assertThat(settings.storageUrl()).isEqualTo("sqlite:data/spoolbot.db");
        assertThat(settings.jobs().draftLifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.jobs().lateRequest()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.money())
                .isEqualTo(new ServerSettings.Money("USD", new BigDecimal("0.25"), new BigDecimal("2"), true));
        assertThat(settings.region()).isEqualTo(new ServerSettings.Region(Locale.ENGLISH, ZoneId.of("UTC")));
    }

    @Test
    void aNewServerBoundsItsDisk() {
        ServerSettings.Media media = desk.read().settings().media();

        assertThat(media.dailyIntakeBytes()).isEqualTo(500 * MEBIBYTE);
        assertThat(media.minFreeBytes()).isEqualTo(2048 * MEBIBYTE);
        assertThat(media.keepReferences()).isEqualTo(Duration.ofDays(7));
        assertThat(media.keepClips()).isEqualTo(Duration.ofDays(30));
        assertThat(media.maxClipStoreBytes()).isEqualTo(5 * 1024 * MEBIBYTE);
    }

    @Test
    void aNewServerBoundsTheMoney() {
        GroupSettings.Limits limits = desk.read().groups().limits();

        assertThat(amounts(limits.defaults()))
                .isEqualTo(Map.of(
                        Measure.CLIPS_PER_DAY, 3L, Measure.LENGTH, 5L, Measure.RESOLUTION, 720L, Measure.RUNNING, 1L, Measure.WAITING, 2L));
        assertThat(amounts(limits.community())).isEqualTo(Map.of(Measure.CLIPS_PER_DAY, 10L));
        assertThat(amounts(limits.global()))
                .isEqualTo(Map.of(Measure.COST_PER_DAY, 10 * MICROS, Measure.COST_PER_MONTH, 100 * MICROS));
        assertThat(amounts(limits.sandbox())).isEqualTo(Map.of(Measure.RUNNING, 2L, Measure.WAITING, 10L));
    }

    @Test
    void aNewServerHasTheGroupsThatShip() {
        GroupSettings groups = desk.read().groups();

        assertThat(groups.groups())
                .extracting(GroupSettings.Group::name)
                .containsExactly("member", "new", "moderator", "community-admin", "owner");
        assertThat(amounts(groups.group(GroupSettings.NEW).orElseThrow().limits())).isEqualTo(Map.of(Measure.CLIPS_PER_DAY, 1L));
        assertThat(groups.group("moderator").orElseThrow().permissions()).containsExactly("spoolbot.admin.jobs");
        assertThat(groups.group(GroupSettings.OWNER).orElseThrow().permissions()).containsExactly("*");
        assertThat(groups.group(GroupSettings.OWNER).orElseThrow().limits()).isEmpty();
        assertThat(groups.assignment())
                .isEqualTo(new GroupSettings.Assignment(
                        Duration.ofDays(7),
                        Map.of(Standing.MODERATOR, "moderator", Standing.ADMINISTRATOR, "community-admin"),
                        Map.of("playground:admin", "owner")));
    }

    @Test
    void aContainerSetsWhereItListensByItsEnvironment() {
        desk.environment.putAll(Map.of(
                "SPOOLBOT_HTTP_HOST", "0.0.0.0", "SPOOLBOT_HTTP_PORT", "9000", "SPOOLBOT_PUBLIC_URL", "https://clips.example.org"));

        ServerSettings.Http http = desk.read().settings().http();

        assertThat(http.host()).isEqualTo("0.0.0.0");
        assertThat(http.port()).isEqualTo(9000);
        assertThat(http.publicUrl()).contains(URI.create("https://clips.example.org"));
    }

    @Test
    void theFirstStartLeavesFilesWithTheirCommentsThatOthersCannotRead() throws IOException {
        desk.read();

        for (String name : List.of("config/spoolbot.yml", "config/permissions.yml")) {
            Path file = home.resolve(name);
            assertThat(file).content().startsWith("# ").containsPattern("config-version: [12]");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("config")))).isEqualTo("rwx------");
        try (var files = Files.list(home.resolve("config"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void theFilesThatWereWrittenAreReadAgainWithoutAFault() {
        ServerConfiguration first = desk.read();

        assertThat(desk.read()).isEqualTo(first);
    }

    @Test
    void aServerWithFaultyFilesStillKnowsWhatShips() {
        ServerConfiguration shipped = desk.read();

        assertThat(desk.server("nonsense").desk().asShipped()).isEqualTo(shipped);
    }

    @Test
    void anOperatorsFileIsNeverWrittenOver() throws IOException {
        String mine = "# mine\nlanguage: de\r\n";

        assertThat(desk.server(mine).read().settings().region().language()).isEqualTo(Locale.GERMAN);
        assertThat(Files.readString(home.resolve("config/spoolbot.yml"))).isEqualTo(mine);
    }

    @Test
    void whatAnOperatorLeavesOutHasTheShippedValue() {
        ServerSettings settings = desk.server("jobs:\n  max-running: 7\nowners: [discord:80351110224678912, telegram:12345678]\nhttp:\n")
                .read()
                .settings();

        assertThat(settings.jobs().maxRunning()).isEqualTo(7);
        assertThat(settings.jobs().maxQueued()).isEqualTo(1000);
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.owners())
                .containsExactly(new Account("discord", "80351110224678912"), new Account("telegram", "12345678"));
    }

    @Test
    void anEmptyFileMeansWhatShips() {
        ServerConfiguration shipped = desk.read();

        assertThat(desk.server("").permissions("# nothing yet\n").read()).isEqualTo(shipped);
    }

    @Test
    void aLimitThatIsLeftOutStaysInForce() {
        GroupSettings.Limits limits = desk.permissions("limits: {member: {clips-per-day: 20, length: unlimited}, global: {cost-per-day: 2.50}}\n")
                .read()
                .groups()
                .limits();

        assertThat(limits.defaults())
                .contains(
                        new QuotaLimit(Measure.CLIPS_PER_DAY, OptionalLong.of(20)),
                        new QuotaLimit(Measure.LENGTH, OptionalLong.empty()),
                        new QuotaLimit(Measure.RESOLUTION, OptionalLong.of(720)),
                        new QuotaLimit(Measure.RUNNING, OptionalLong.of(1)));
        assertThat(amounts(limits.global()))
                .isEqualTo(Map.of(Measure.COST_PER_DAY, 2_500_000L, Measure.COST_PER_MONTH, 100 * MICROS));
    }

    private static Map<Measure, Long> amounts(List<QuotaLimit> limits) {
        return limits.stream().collect(Collectors.toMap(QuotaLimit::measure, limit -> limit.amount().orElseThrow()));
    }
}
