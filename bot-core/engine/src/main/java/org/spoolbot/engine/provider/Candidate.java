package org.spoolbot.engine.provider;

import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;

/** A model and the gateway that has it. */
public record Candidate(VideoProvider provider, Model model) {}
