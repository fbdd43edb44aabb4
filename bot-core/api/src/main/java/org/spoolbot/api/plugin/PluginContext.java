package org.spoolbot.api.plugin;

import org.spoolbot.api.command.CommandRegistry;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.http.HttpRoutes;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.PlatformRegistry;
import org.spoolbot.api.provider.ProviderRegistry;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.api.video.PromptReader;
import java.nio.file.Path;

/** One plugin's view of the server. What is registered through it ends with the plugin. Thread-safe. */
public interface PluginContext {
    /** What its {@code plugin.yml} says. */
    PluginDescriptor descriptor();

    /** Its own folder, {@code HOME/plugins/<id>}; made when first asked for. */
    Path dataFolder();

    /**
     * Its settings, {@code HOME/plugins/<id>/config.yml}, written from the {@code config.yml} at the root of its jar at first start.
     * Components of the record are read by their name in kebab case; the jar's file gives what the operator's file leaves out. Types:
     * {@code String}, {@code int}, {@code long}, {@code double}, {@code boolean}, {@code BigDecimal}, {@link java.time.Duration} ({@code
     * 10s}, {@code 5m}, {@code 2h}, {@code 7d}), {@link java.net.URI}, {@link org.spoolbot.api.config.Secret}, enums in kebab case,
     * {@code Optional}, {@code List}, {@code Map<String, …>} and other such records. An {@code IllegalArgumentException} of a record's
     * constructor becomes a fault of that section. {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${file:PATH}} are filled in.
     *
     * @throws org.spoolbot.api.config.ConfigException with all faults; let it pass
     */
    <C extends Record> C config(Class<C> type);

    /** Texts of its bundle and of the server's. */
    Translator translator();

    /** Events. */
    EventBus events();

    /** Commands and controls. */
    CommandRegistry commands();

    /** Dialogues. */
    Conversations conversations();

    /** Video gateways. */
    ProviderRegistry providers();

    /** Chat platforms. */
    PlatformRegistry platforms();

    /** HTTP routes. */
    HttpRoutes http();

    /** Tasks. */
    TaskScheduler scheduler();

    /** Durable texts. */
    KeyValueStore store();

    /** Jobs. */
    JobService jobs();

    /** Limits. */
    QuotaService quota();

    /** Files. */
    MediaLibrary media();

    /** Rights. */
    Permissions permissions();

    /** The reader of prompt tags. */
    PromptReader prompts();

    /** Other plugins. */
    PluginDirectory plugins();
}
