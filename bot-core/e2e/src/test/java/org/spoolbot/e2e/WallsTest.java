package org.spoolbot.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A wall that falls costs plugin authors their stable API, or an operator's server its isolation. */
class WallsTest {
    /** The sandbox is a server of its own, also inside our process; libraries of a plugin want threads, made in one class of each plugin. */
    private static final String THREAD_MAKERS = ".*\\.(SandboxMain|(Sandbox|Discord|Telegram)Threads)(\\$.*)?";

    private static JavaClasses everything;

    @BeforeAll
    static void readClasses() {
        everything = new ClassFileImporter().importPaths(Checkout.classes());
        assertThat(everything.containPackage("org.spoolbot.api")).isTrue();
        assertThat(everything.containPackage("org.spoolbot.discord")).isTrue();
    }

    @Test
    void aPluginThatCompilesAgainstTheApiNeedsNothingElse() {
        holds(classes()
                .that()
                .resideInAPackage("org.spoolbot.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.spoolbot.api..", "java..", "org.slf4j..", "jakarta.inject..", "org.jspecify.annotations.."));
    }

    @Test
    void noPluginReachesTheEngine() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("org.spoolbot.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.spoolbot.engine.."));
    }

    @Test
    void theEngineKnowsNoPluginAndNoChatLibrary() {
        holds(noClasses()
                .that()
                .resideInAPackage("org.spoolbot.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.spoolbot.discord..",
                        "org.spoolbot.telegram..",
                        "org.spoolbot.providers..",
                        "org.spoolbot.playground..",
                        "net.dv8tion..",
                        "org.telegram..",
                        "okhttp3..",
                        "kotlin.."));
    }

    @Test
    void onePluginNeverNeedsAnother() {
        holds(slices().assignedFrom(PluginSlices.ASSIGNMENT).should().notDependOnEachOther());
    }

    @Test
    void aGatewaysDialectCanBeChangedWithoutTouchingAnother() {
        holds(slices().matching("org.spoolbot.providers.dialect.(*)..").should().notDependOnEachOther());
    }

    @Test
    void theDatabaseCanBeExchangedInOnePlace() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("org.spoolbot.engine.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "com.zaxxer..", "org.flywaydb.."));
    }

    @Test
    void injectorsAreMadeWhereTheServerAndItsPluginsAreAssembledAndNowhereElse() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("org.spoolbot.engine.boot..", "org.spoolbot.engine.plugin..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.google.inject.Guice"));
    }

    @Test
    void timeAndThreadsComeFromOutsideSoThatTestsCanHoldThem() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("org.spoolbot.engine.boot..", "org.spoolbot.testkit..")
                .and()
                .haveNameNotMatching(THREAD_MAKERS)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class));
    }

    @Test
    void builtInCommandsAreWrittenAsAStrangersCommandsAre() {
        holds(classes()
                .that()
                .resideInAPackage("org.spoolbot.engine.command.builtin..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.spoolbot.engine.command.builtin..",
                        "org.spoolbot.api..",
                        "java..",
                        "org.slf4j..",
                        "jakarta.inject..",
                        "org.jspecify.annotations..",
                        // What a stranger's plugin would bring in its own jar.
                        "com.fasterxml.jackson.."));
    }

    @Test
    void namesSayHowNotThatSomethingIsImplemented() {
        holds(noClasses().should().haveSimpleNameEndingWith("Impl"));
    }

    @Test
    void everyPackageDeclaresWhatMayBeNull() throws IOException {
        List<Path> unmarked = new ArrayList<>();
        for (Path sources : Checkout.sources()) {
            for (Path source : Checkout.filesBelow(sources, ".java")) {
                Path description = source.resolveSibling("package-info.java");
                if (!Files.exists(description) || !Files.readString(description).contains("NullMarked")) {
                    unmarked.add(source);
                }
            }
        }
        assertThat(unmarked).isEmpty();
    }

    /** A rule about a package that has no class yet holds. */
    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(everything);
    }
}
