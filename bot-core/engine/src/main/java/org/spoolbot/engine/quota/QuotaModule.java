package org.spoolbot.engine.quota;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import org.spoolbot.api.quota.QuotaService;

/** Limits: which decide, and who may change them. */
public final class QuotaModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SubjectReader.class).in(Singleton.class);
        bind(RuleFiles.class).to(ConfiguredRules.class).in(Singleton.class);
        bind(GlobalCaps.class).in(Singleton.class);
        bind(LimitResolver.class).to(RuleResolver.class).in(Singleton.class);
        bind(QuotaService.class).to(LimitDesk.class).in(Singleton.class);
    }
}
