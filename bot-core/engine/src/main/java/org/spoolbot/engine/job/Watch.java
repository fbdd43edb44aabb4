package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.TaskState;

/** Waits for the gateway and writes what became of the clip. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final PollDesk desk;
    private final JobWriter writer;
    private final OperatorBell operator;
    private final Bill bill;

    @Inject
    Watch(PollDesk desk, JobWriter writer, OperatorBell operator, Bill bill) {
        this.desk = desk;
        this.writer = writer;
        this.operator = operator;
        this.bill = bill;
    }

    Job untilMade(Job job) throws InterruptedException {
        Optional<TaskState> end = desk.await(job);
        if (end.isEmpty()) {
            return writer.find(job.id());
        }
        return switch (end.get()) {
            case TaskState.Ready(var clip) -> {
                Optional<Money> cost = bill.of(job, clip);
                cost.ifPresent(reported -> operator.dearerThanShown(job, reported));
                yield writer.apply(job, new JobSignal.Made(cost));
            }
            case TaskState.Failed failed -> {
                LOG.warn("Job {} failed at {}: {} {}", job.id(), job.plan().provider(), failed.kind(), failed.detail());
                operator.providerFault(job, failed.kind());
                yield writer.apply(job, new JobSignal.Failed(failed.kind(), failed.blames()));
            }
            case TaskState.Waiting waiting -> throw notAnEnd(waiting);
            case TaskState.Running running -> throw notAnEnd(running);
            case TaskState.Finalizing finalizing -> throw notAnEnd(finalizing);
            case TaskState.Missing missing -> throw notAnEnd(missing);
        };
    }

    private static IllegalStateException notAnEnd(TaskState state) {
        return new IllegalStateException("not an end: " + state.getClass().getSimpleName());
    }
}
