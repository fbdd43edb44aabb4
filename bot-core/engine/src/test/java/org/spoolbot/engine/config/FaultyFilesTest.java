package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator reads who made mistakes. */
class FaultyFilesTest {
    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(home);
    }

    @Test
    void everyFaultOfEveryFileIsToldAtOnceInTheOrderOfItsLines() {
        desk.server("""
                        config-version: 1
                        owners: [Discord:1]
                        htp: {}
                        http:
                          prot: 1
                          host: ""
                          port: 99999
                        jobs:
                          max-running: many
                          max-queued: 0
                          poll-interval: 5
                          draft-lifetime: 0s
                        media:
                          max-files: 0
                          max-upload: 5 GB
                          keep-clips: [1d]
                        money:
                          currency: dollars
                          assumed-price: 1e999999999
                          confirm-always: maybe
                        language: klingon
                        time-zone: Mars/Olympus
                        """)
                .permissions("""
                        groups:
                          member: {weight: 0}
                          vip: {permisions: []}
                        limits:
                          member:
                            clips-per-dya: 3
                            resolution: big
                        """);

        assertThat(desk.faults())
                .containsExactly(
                        "config/spoolbot.yml:2: 'owners' cannot be 'Discord:1'; write platform:id, such as discord:80351110224678912",
                        "config/spoolbot.yml:3: 'htp' is not a setting; did you mean 'http'?",
                        "config/spoolbot.yml:5: 'prot' is not a setting; did you mean 'port'?",
                        "config/spoolbot.yml:6: http.host is empty; write 127.0.0.1, or 0.0.0.0 to be reached from elsewhere",
                        "config/spoolbot.yml:7: http.port is 99999; write 0 to 65535",
                        "config/spoolbot.yml:9: 'max-running' cannot be 'many'; write a whole number, such as 3",
                        "config/spoolbot.yml:10: jobs.max-queued is 0; write 1 or more",
                        "config/spoolbot.yml:11: 'poll-interval' cannot be '5'; write a time with its unit, such as 10s, 5m, 2h or 7d",
                        "config/spoolbot.yml:12: jobs.draft-lifetime is 0; write a time such as 30m",
                        "config/spoolbot.yml:14: media.max-files is 0; write 1 to 100",
                        "config/spoolbot.yml:15: 'max-upload' cannot be '5 GB'; write a size, such as 500 MiB or 2 GiB",
                        "config/spoolbot.yml:16: 'keep-clips' must be a single value; write a time with its unit, such as 10s, 5m, 2h or 7d",
                        "config/spoolbot.yml:18: money.currency is no currency; write three capitals such as USD",
                        "config/spoolbot.yml:19: 'assumed-price' cannot be '1e999999999'; write a number, such as 0.25",
                        "config/spoolbot.yml:20: 'confirm-always' cannot be 'maybe'; write true or false",
                        "config/spoolbot.yml:21: 'language' cannot be 'klingon'; write a language, such as en or de",
                        "config/spoolbot.yml:22: 'time-zone' cannot be 'Mars/Olympus'; write a time zone, such as UTC or Europe/Berlin",
                        "config/permissions.yml:2: weight is 0; write 1 or more",
                        "config/permissions.yml:3: 'permisions' is not a setting; did you mean 'permissions'?",
                        "config/permissions.yml:6: 'clips-per-dya' is not a limit; did you mean 'clips-per-day'?",
                        "config/permissions.yml:7: 'resolution' cannot be 'big'; write 480p, 720p, 1080p or 4k, or unlimited; 0 means none");
    }

    @Test
    void aGroupThatIsNotThereIsNamedWhereItIsWritten() {
        desk.permissions("""
                standing:
                  moderator: moderatr
                  admin: owner
                roles:
                  discord:80351110224678912: moderator
                  Discord:role: owner
                """);

        assertThat(desk.faults())
                .containsExactly(
                        "config/permissions.yml:2: standing.moderator names a group 'moderatr' that is not there; did you mean 'moderator'?",
                        "config/permissions.yml:3: standing.admin is no standing; write member, moderator, administrator",
                        "config/permissions.yml:6: roles.Discord:role is no role; write platform:role, such as discord:80351110224678912");
    }

    @Test
    void aRightThatCannotBeIsNoSilentNothing() {
        desk.permissions("groups:\n  member:\n    permissions: [spoolbot.admin.*, '*', 'spoolbot.ad*', Spoolbot.Admin]\n  moderator:\n  community-admin:\n  owner:\n");

        assertThat(desk.faults())
                .containsExactly(
                        "config/permissions.yml:3: permissions holds 'spoolbot.ad*', which is no right; write a name such as spoolbot.admin.jobs",
                        "config/permissions.yml:3: permissions holds 'Spoolbot.Admin', which is no right; write a name such as spoolbot.admin.jobs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            jobs:\\n  max-running: 1\\n  max-running: 2     | 3: 'max-running' stands here twice
            jobs:\\n\\tmax-running: 1                       | 2: a tab stands at the beginning of the line
            language: "en\\n\\n                             | 1: this is no YAML
            jobs:\\n  max-running: 1\\n   max-queued: 1    | 3: this is no YAML
            jobs: [1, 2\\nlanguage: en                       | 2: this is no YAML
            http: {host: ${SPOOLBOT_HTTP_HOST:-a}}          | 1: this is no YAML; inside { } and [ ] put quotes around it
            jobs: &j {max-running: 1}\\nmedia: *j           | 2: '*' refers to another place of the file
            jobs: &a {max-running: 1}\\nmoney:\\n  <<: *a   | 3: '*' refers to another place of the file
            language: !!java/object de                      | 1: '!' gives the value a type of its own
            language: en\\n---\\nlanguage: de               | 3: a second document begins here
            - language: en                                  | 1: the file must consist of keys with values
            just words                                      | 1: the file must consist of keys with values
            jobs: many                                      | 1: 'jobs' must hold keys with values
            owners: discord:1                               | 1: 'owners' must be a list
            owners:\\n  - discord: 1                        | 2: 'owners' must be a single value
            http:\\n  mounts: [a]                           | 2: 'mounts' must hold names with values
            http:\\n  mounts:\\n    telegram: telegram      | 3: http.mounts.telegram is no path; begin it with /
            http:\\n  public-url: mailto:me@example.org     | 2: 'public-url' cannot be 'mailto:me@example.org'; write an address
            http:\\n  port:                                 | 2: 'port' cannot be ''; write a whole number
            jobs:\\n  poll-timeout: 48h                     | 2: jobs.give-up is before jobs.poll-timeout; write a longer time
            storage:\\n  url: postgres:x                    | 2: storage.url must be sqlite: and a file
            config-version: 2                               | 1: the file is of version 2, and this program reads up to version 1; start the newer program
            config-version: zwei                            | 1: this is no version of the file; write config-version: 1
            config-versoin: 1                               | 1: 'config-versoin' is not a setting; did you mean 'config-version'?
            media:\\n  daily-intake: 999999999999 GiB       | 2: 'daily-intake' cannot be
            media:\\n  keep-clips: 999999999d               | 2: 'keep-clips' cannot be
            money:\\n  immediate-up-to: -1                  | 2: money.immediate-up-to cannot be -1
            money:\\n  assumed-price: 0.1234567             | 2: money.assumed-price cannot be 0.1234567
            """)
    void aMistakeIsToldOnceWithItsPlaceAndTheRemedy(String text, String expected) {
        List<String> faults = desk.server(text.replace("\\n", "\n").replace("\\t", "\t") + "\n").faults();

        assertThat(faults).singleElement().asString().startsWith("config/spoolbot.yml:").contains(expected).contains("; ");
    }

    @Test
    void valuesThatOnlyLookStrangeAreTaken() {
        ServerSettings settings = desk.server("\uFEFF---\r\nconfig-version: 1\r\nlanguage: pt-BR\r\ntime-zone: Europe/Berlin\r\n"
                        + "jobs: {max-running: 1_000, give-up: 2d}\r\nmoney: {assumed-price: 0.100, confirm-always: off}\r\n")
                .read()
                .settings();

        assertThat(settings.region().language().toLanguageTag()).isEqualTo("pt-BR");
        assertThat(settings.region().timeZone().getId()).isEqualTo("Europe/Berlin");
        assertThat(settings.jobs().maxRunning()).isEqualTo(1000);
        assertThat(settings.money().assumedPrice()).isEqualByComparingTo("0.1");
        assertThat(settings.money().confirmAlways()).isFalse();
    }

    @Test
    void aFileThatIsNotUtf8IsNamedWithItsLine() {
        desk.file("config/spoolbot.yml", "language: en\n# K\u00F6ln\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(desk.faults()).containsExactly("config/spoolbot.yml:2: a character here is not UTF-8; save the file as UTF-8");
    }

    @Test
    void aHugeFileIsNotRead() {
        desk.server("# " + "x".repeat(1024 * 1024));

        assertThat(desk.faults())
                .containsExactly("config/spoolbot.yml: the file is larger than 1 MiB; settings are small; was it replaced by mistake?");
    }

    @Test
    void aDeepFileEndsTheReadingAndNotTheServer() {
        desk.server("jobs: " + "[".repeat(100_000));

        assertThat(desk.faults()).singleElement().asString().contains("this is no YAML");
    }

    @Test
    void aFileThatIsNoTextIsNoYaml() {
        assertThat(desk.server("language: en\u0000\u0007\n").faults()).singleElement().asString().contains("this is no YAML");
    }

    @Test
    void aStrangeKeyCannotPoseAsAnotherLineNorFloodTheScreen() {
        String strange = "\"\\e[2J\\nAll settings are in order." + "x".repeat(100_000) + "\": 1\n";

        assertThat(desk.server(strange).faults()).singleElement().asString().hasSizeLessThan(600).doesNotContain("\u001B", "\n");
    }

    @Test
    void aFileOfAnotherProgramIsNotToldKeyByKeyForever() {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 5_000; line++) {
            text.append("foreign").append(line).append(": 1\n");
        }

        assertThat(desk.server(text.toString()).faults())
                .hasSize(201)
                .endsWith("config/spoolbot.yml: 4800 more faults are not shown; mend these first");
    }

    @Test
    void aFolderInPlaceOfTheFileIsNamed() throws IOException {
        Files.createDirectories(home.resolve("config/permissions.yml"));

        assertThat(desk.faults())
                .containsExactly("config/permissions.yml: the file cannot be read; check that it is a file, its owner and its rights");
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidInASentence() {
        desk.file("config", "a file where the folder should be");

        assertThat(desk.faults()).hasSize(2).allMatch(fault -> fault.contains("is not there and cannot be written; check the folder's owner"));
    }
}
