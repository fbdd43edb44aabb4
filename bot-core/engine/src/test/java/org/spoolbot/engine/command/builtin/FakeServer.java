package org.spoolbot.engine.command.builtin;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.spoolbot.api.command.ActionHandler;
import org.spoolbot.api.command.CommandHandler;
import org.spoolbot.api.command.CommandRegistry;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.FormSource;
import org.spoolbot.api.command.MessageHandler;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobService.Outcome;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.api.plugin.PluginDirectory;
import org.spoolbot.api.plugin.PluginState;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.ProviderRegistry;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.command.CommandDirectory;
import org.spoolbot.engine.prompt.TagReader;

/** The virtual plugin's view of a server with one gateway. */
final class FakeServer implements CommandRegistry, QuotaService {
    final Map<QuotaSubject, QuotaLimit> limits = new HashMap<>();
    private final CommandDirectory directory;
    private final Translator texts;

    FakeServer(CommandDirectory directory, Translator texts) {
        this.directory = directory;
        this.texts = texts;
    }

    PluginContext context(Conversations conversations, FakeJobs jobs, FakeMedia media, List<VideoProvider> gateways) {
        PluginDescriptor core = new PluginDescriptor(
                "core",
                "Core",
                "1.0.0",
                "",
                new PluginDescriptor.About("", List.of(), ""),
                new PluginDescriptor.Needs("1", List.of(), List.of()));
        PluginDirectory plugins = () -> List.of(
                new PluginDirectory.Entry(core, PluginState.FAILED, Optional.of("no key")));
        Map<String, Object> parts = Map.of(
                "commands", this,
                "quota", this,
                "conversations", conversations,
                "jobs", jobs,
                "media", media,
                "providers", registry(gateways),
                "prompts", new TagReader(),
                "plugins", plugins);
        Class<?>[] types = {PluginContext.class};
        return (PluginContext) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            if (!parts.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
            }
            return parts.get(method.getName());
        });
    }

    private static ProviderRegistry registry(List<VideoProvider> gateways) {
        return new ProviderRegistry() {
            @Override
            public Registration register(VideoProvider provider) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<VideoProvider> providers() {
                return gateways;
            }

            @Override
            public Registration route(Routes routes) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void hint(String providerId, String taskId) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public Registration register(CommandSpec spec, CommandHandler handler) {
        return directory.add("core", texts, spec, handler);
    }

    @Override
    public Registration onForm(String action, FormSource source) {
        return directory.addForm(texts, action, source);
    }

    @Override
    public Registration onMessage(String action, String labelKey, MessageHandler handler) {
        return directory.addMessageAction("core", texts, new ChatInbox.MessageAction(action, labelKey), handler);
    }

    @Override
    public Registration onAction(String action, ActionHandler handler) {
        return directory.addAction("core", texts, action, handler);
    }

    @Override
    public Registration onComplete(String command, String option, Function<String, List<String>> values) {
        return directory.addValues(command, option, values);
    }

    @Override
    public QuotaReport report(Sender sender) {
        QuotaLimit clips = new QuotaLimit(Measure.CLIPS_PER_DAY, OptionalLong.of(3));
        QuotaLimit length = new QuotaLimit(Measure.LENGTH, OptionalLong.of(5));
        return new QuotaReport(List.of(
                new QuotaReport.Line(
                        clips,
                        new QuotaSubject.Default(),
                        1,
                        Optional.of(java.time.Instant.parse("2026-11-22T00:00:00Z"))),
                new QuotaReport.Line(length, new QuotaSubject.Group("new"), 0, Optional.empty())));
    }

    @Override
    public Optional<QuotaReport> reportOf(Account account, Sender viewer) {
        return account.id().equals("2") ? Optional.of(report(viewer)) : Optional.empty();
    }

    @Override
    public Outcome set(QuotaSubject subject, QuotaLimit limit, Sender actor) {
        limits.put(subject, limit);
        return new Outcome(true, Phrase.literal("Set."));
    }

    @Override
    public Optional<QuotaSubject> subject(String text, Sender actor) {
        return text.equals("chat:2") ? Optional.of(new QuotaSubject.Person(new MemberId("m2"))) : Optional.empty();
    }
}
