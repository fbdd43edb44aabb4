package org.spoolbot.engine.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.config.ServerConfiguration;
import org.spoolbot.engine.config.SettingsDesk;
import org.spoolbot.testkit.SettableClock;

class GroupBookTest {
    private static final PermissionNode JOBS = new PermissionNode("spoolbot.admin.jobs");
    private static final PermissionNode QUOTA = new PermissionNode("spoolbot.admin.quota");
    private static final PermissionNode COMMUNITY = new PermissionNode("spoolbot.admin.community");
    private static final PermissionNode PLUGINS = new PermissionNode("spoolbot.plugins");
    private static final Community STUDIO = new Community("discord", "studio");

    @TempDir
    Path home;

    private final SettableClock clock = SettableClock.atTen();
    private final Instant longAgo = clock.instant().minus(Duration.ofDays(400));

    /** The shipped files, or what the operator made of them. */
    private GroupBook book() {
        ServerConfiguration configuration = new SettingsDesk(home, name -> Optional.empty(), secret -> {}).server();
        return new GroupBook(configuration.groups(), configuration.settings(), clock);
    }

    private void written(String file, String text) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve(file), "config-version: 1\n" + text);
    }

    private Origin origin(Account account, Optional<Community> community, Standing standing, String... roles) {
        Destination destination = new Destination(account.platform(), community, "general", Optional.empty(), Optional.empty());
        return new Origin(account, "Ada", Optional.empty(), destination, standing, Set.of(roles), clock.instant());
    }

    private static Account ada() {
        return new Account("discord", "7");
    }

    private static Sender sender(Account account, List<String> groups) {
        return new Sender(new MemberId("a1"), account, "Ada", Locale.ENGLISH, Optional.of(STUDIO), groups);
    }

    private boolean may(GroupBook book, Origin origin, PermissionNode node) {
        return book.has(sender(origin.account(), book.groups(origin, longAgo)), node);
    }

    @Test
    void anOrdinaryMemberIsInOneGroupAndHasNoRight() {
        Origin origin = origin(ada(), Optional.of(STUDIO), Standing.MEMBER);

        assertThat(book().groups(origin, longAgo)).containsExactly("member");
        assertThat(may(book(), origin, JOBS)).isFalse();
        assertThat(may(book(), origin, PLUGINS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"discord,6d,true", "telegram,6d,true", "discord,7d,false", "playground,1d,false", "console,1d,false"})
    void whoWasFirstSeenDaysAgoIsNewButNeverOnThisMachine(String platform, String age, boolean isNew) {
        Duration since = Duration.ofDays(Long.parseLong(age.replace("d", "")));
        Origin origin = origin(new Account(platform, "7"), Optional.empty(), Standing.MEMBER);

        assertThat(book().groups(origin, clock.instant().minus(since)).contains("new")).isEqualTo(isNew);
    }

    @Test
    void aModeratorTouchesJobsAndNoMoney() {
        Origin origin = origin(ada(), Optional.of(STUDIO), Standing.MODERATOR);

        assertThat(book().groups(origin, longAgo)).containsExactly("moderator", "member");
        assertThat(may(book(), origin, JOBS)).isTrue();
        assertThat(may(book(), origin, QUOTA)).isFalse();
    }

    @Test
    void anAdministratorOfACommunityIsOneThereAndNeverReachesTheServer() {
        Origin there = origin(ada(), Optional.of(STUDIO), Standing.ADMINISTRATOR);
        Origin inPrivate = origin(ada(), Optional.empty(), Standing.ADMINISTRATOR);

        assertThat(book().groups(there, longAgo)).containsExactly("community-admin", "member");
        assertThat(may(book(), there, QUOTA)).isTrue();
        assertThat(may(book(), there, COMMUNITY)).isTrue();
        assertThat(may(book(), there, PLUGINS)).isFalse();
        assertThat(book().isOwner(sender(ada(), book().groups(there, longAgo)))).isFalse();
        assertThat(book().groups(inPrivate, longAgo)).containsExactly("member");
        assertThat(may(book(), inPrivate, QUOTA)).isFalse();
    }

    @Test
    void anOwnerMayDoAllEverywhereAndOnlyOnTheNamedPlatform() throws IOException {
        written("spoolbot.yml", "owners: [discord:7]\n");
        GroupBook book = book();
        Origin origin = origin(ada(), Optional.empty(), Standing.MEMBER);
        Origin namesake = origin(new Account("telegram", "7"), Optional.of(STUDIO), Standing.ADMINISTRATOR);

        assertThat(book.groups(origin, clock.instant())).containsExactly("owner", "new", "member");
        assertThat(may(book, origin, PLUGINS)).isTrue();
        assertThat(may(book, namesake, PLUGINS)).isFalse();
        assertThat(book.isOwner(sender(ada(), List.of("member")))).isTrue();
        assertThat(book.isOwner(sender(namesake.account(), List.of("community-admin")))).isFalse();
    }

    @Test
    void theConsoleMayDoAll() {
        GroupBook book = book();
        Origin origin = origin(Account.console(), Optional.empty(), Standing.MEMBER);

        assertThat(book.groups(origin, clock.instant())).containsExactly("owner", "member");
        assertThat(may(book, origin, PLUGINS)).isTrue();
        assertThat(book.isOwner(sender(Account.console(), List.of("member")))).isTrue();
    }

    @Test
    void aRoleMakesAGroupOnItsOwnPlatformAlone() throws IOException {
        written("permissions.yml", "roles:\n  discord:4711: moderator\n");
        GroupBook book = book();

        assertThat(book.groups(origin(ada(), Optional.of(STUDIO), Standing.MEMBER, "4711", "12"), longAgo))
                .containsExactly("moderator", "member");
        assertThat(book.groups(origin(new Account("telegram", "7"), Optional.of(STUDIO), Standing.MEMBER, "4711"), longAgo))
                .containsExactly("member");
    }

    @ParameterizedTest
    @CsvSource({
        "*, spoolbot.admin.jobs, true",
        "spoolbot.admin.*, spoolbot.admin.jobs, true",
        "spoolbot.admin.*, spoolbot.admin.jobs.resolve, true",
        "spoolbot.admin.*, spoolbot.admin, false",
        "spoolbot.admin.*, spoolbot.administrator, false",
        "spoolbot.admin.*, spoolbot.plugins, false",
        "spoolbot.admin, spoolbot.admin.jobs, false",
        "spoolbot.admin.jobs, spoolbot.admin.jobs, true"
    })
    void aGrantWithAStarCoversAllBelowItAndNothingBeside(String granted, String node, boolean covered) throws IOException {
        written("permissions.yml", "groups:\n  member:\n    permissions: ['" + granted + "']\n  moderator: {}\n  community-admin: {}\n  owner: {}\n");

        assertThat(may(book(), origin(ada(), Optional.of(STUDIO), Standing.MEMBER), new PermissionNode(node))).isEqualTo(covered);
    }

    @Test
    void aGroupOfTheOperatorsOwnRanksWhereItIsWritten() throws IOException {
        written("permissions.yml", """
                groups:
                  member: {permissions: [studio.look]}
                  patron: {permissions: [studio.paint]}
                  moderator: {}
                  community-admin: {}
                  owner: {}
                roles: {'discord:1': patron, 'discord:2': moderator}
                """);
        Origin origin = origin(ada(), Optional.of(STUDIO), Standing.MEMBER, "1", "2");

        assertThat(book().groups(origin, longAgo)).containsExactly("moderator", "patron", "member");
        assertThat(may(book(), origin, new PermissionNode("studio.paint"))).isTrue();
        assertThat(may(book(), origin, new PermissionNode("studio.look"))).isTrue();
    }

    @Test
    void groupsByRuleCountAlsoWhereTheFileLeavesThemOut() throws IOException {
        written("permissions.yml", "groups:\n  patron: {}\nstanding: {}\nroles: {}\n");
        GroupBook book = book();

        assertThat(book.groups(origin(ada(), Optional.of(STUDIO), Standing.MEMBER), clock.instant())).containsExactly("new", "member");
        assertThat(book.groups(origin(Account.console(), Optional.empty(), Standing.MEMBER), longAgo)).containsExactly("owner", "member");
    }

    @Test
    void whoDividedACommunitysLimitsBeforeTheUpgradeSetsItsChannelsAfterItAndNobodyElse() throws IOException {
        written("permissions.yml", """
                groups:
                  member: {permissions: []}
                  moderator:
                    permissions: [spoolbot.admin.jobs]
                  community-admin:
                    permissions: [spoolbot.admin.jobs, spoolbot.admin.quota]
                  owner: {}
                """);

        assertThat(may(book(), origin(ada(), Optional.of(STUDIO), Standing.ADMINISTRATOR), COMMUNITY)).isTrue();
        assertThat(may(book(), origin(ada(), Optional.of(STUDIO), Standing.MODERATOR), COMMUNITY)).isFalse();
        assertThat(may(book(), origin(ada(), Optional.of(STUDIO), Standing.MEMBER), COMMUNITY)).isFalse();
    }

    @Test
    void whatTheOperatorTookFromThemInTodaysFileStaysTaken() throws IOException {
        Files.createDirectories(home.resolve("config"));
        String file = "config-version: 2\ngroups: {member: {}, moderator: {}, community-admin: {permissions: [spoolbot.admin.quota]}, owner: {}}\n";
        Files.writeString(home.resolve("config/permissions.yml"), file);

        assertThat(may(book(), origin(ada(), Optional.of(STUDIO), Standing.ADMINISTRATOR), COMMUNITY)).isFalse();
    }

    @Test
    void aRightOfAPluginIsNobodysUntilItIsGranted() {
        assertThat(may(book(), origin(ada(), Optional.of(STUDIO), Standing.ADMINISTRATOR), new PermissionNode("quiet-hours.use")))
                .isFalse();
    }
}
