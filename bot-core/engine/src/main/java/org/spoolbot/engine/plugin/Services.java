package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.engine.store.KeyValueBooks;

/** What plugins ask of the server. */
record Services(
        JobService jobs,
        QuotaService quota,
        MediaLibrary media,
        Permissions permissions,
        PromptReader prompts,
        KeyValueBooks stores) {
    @Inject
    Services {}
}
