package org.spoolbot.api.provider;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.job.JobId;
import org.spoolbot.api.video.VideoRequest;
import java.util.List;

/**
 * A request on its way to a gateway.
 *
 * @param job for tracing only: no gateway recognises a repeated order by it
 * @param model one of the provider's models
 * @param request what is wanted, already checked against the model's capabilities
 * @param sources the files of the request's references, in the same order
 */
public record GenerationOrder(JobId job, Model model, VideoRequest request, List<ReferenceSource> sources) {
    public GenerationOrder {
        requireNonNull(job, "job is null");
        requireNonNull(model, "model is null");
        requireNonNull(request, "request is null");
        sources = List.copyOf(sources);
        if (sources.size() != request.references().size()) {
            throw new IllegalArgumentException("every reference needs its source");
        }
    }
}
