package org.spoolbot.engine.job;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import java.util.List;
import org.spoolbot.api.job.JobService;
import org.spoolbot.engine.command.builtin.GatewayDesk;
import org.spoolbot.engine.command.builtin.JobTales;

/** Jobs: their service for commands, and the engine that moves them. */
public final class JobModule extends AbstractModule {
    @Override
    protected void configure() {
        lifeOfAJob().forEach(type -> bind(type).in(Singleton.class));
        routing().forEach(type -> bind(type).in(Singleton.class));
        service().forEach(type -> bind(type).in(Singleton.class));
        bind(JobService.class).to(JobCounter.class);
        bind(GatewayDesk.class).to(GatewayCounter.class);
        bind(JobTales.class).to(HistoryReader.class);
    }

    private static List<Class<?>> lifeOfAJob() {
        return List.of(
                JobEngine.Ears.class, JobEngine.class, Recovery.class, HeldWork.class, JobRunner.class, JobRunner.Homes.class, JobRunner.Limits.class, JobLife.Memory.class, JobLife.Carriers.class, JobLife.class,
                OrderSheet.class, LostOrders.class, Submission.class, PollJournal.class, PollDesk.class, LettingGo.class, Watch.class, Bill.class, Parking.class,
                Fetching.Rhythm.class, Fetching.class, LastFrames.class, Veil.class, Parcels.class, Delivery.class, Farewell.class, UnclearSweeper.class, SpendWatch.class, Sweeps.class,
                JobWriter.class, LiveNotes.class, OperatorBell.class, JobMetrics.class);
    }

    private static List<Class<?>> routing() {
        return List.of(
                Quotes.Market.class, Ways.class, Submission.Gateways.class, Detours.class, Stranded.class, JobRunner.Surroundings.class,
                GatewayCounter.class, HistoryReader.class);
    }

    private static List<Class<?>> service() {
        return List.of(
                JobCounter.Orders.class, JobCounter.class, Quotes.class, OrderDesk.Voices.class, OrderDesk.class, RequestCheck.class, FilesCheck.class, Repairs.class, JobArchive.class, JobRights.class,
                JobActs.class, ClipRemoval.class, JobWords.class, Eta.class, ProgressReader.class, FacePainter.class, JobFaces.class);
    }
}
