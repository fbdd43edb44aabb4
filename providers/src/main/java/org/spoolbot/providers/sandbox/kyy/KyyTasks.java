package org.spoolbot.providers.sandbox.kyy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.spoolbot.providers.sandbox.serve.Failures;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.serve.View;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskSpec;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** What is said about a task, field by field. */
final class KyyTasks implements TaskForm {

    /** The shape in which refusals are only a number and a sentence. */
    static final String BARE = "bare-error";

    /** The code with which a task that fails is called cancelled. */
    private static final String CANCELLED = "cancelled";

    private static final String OTHER_MODEL = "other-model";
    private static final Set<String> SHAPES = Set.of(BARE, OTHER_MODEL, Failures.ABSENT, Failures.NULL, Failures.TEXT);
    private static final String TEXT_DIGITS = "13579bdf";
    private static final String NUMBER_DIGITS = "02468ace";
    private static final BigDecimal YUAN_PER_MILLION = BigDecimal.valueOf(46);
    private static final BigDecimal YUAN_PER_MILLION_FAST = BigDecimal.valueOf(37);
    private static final int DECIMALS = 4;

    private final AtomicInteger made = new AtomicInteger();

    /** Its last digit says whether the task's tokens will be told as a text: those of every other task are. */
    @Override
    public String newId(Instant now, String letters) {
        String uuid = UUID.nameUUIDFromBytes(letters.getBytes(StandardCharsets.US_ASCII)).toString();
        String digits = made.getAndIncrement() % 2 == 0 ? NUMBER_DIGITS : TEXT_DIGITS;
        return "video_" + uuid.substring(0, uuid.length() - 1) + digits.charAt(letters.charAt(0) % digits.length());
    }

    @Override
    public Set<String> shapes() {
        return SHAPES;
    }

    @Override
    public ObjectNode created(Task task, View view) {
        return base(task, "queued").putNull("error");
    }

    @Override
    public ObjectNode described(Task task, View view) {
        TaskStatus status = status(task, view);
        ObjectNode answer = base(task, view.wordOr(word(status)));
        answer.put("video_url", view.links().video().orElse(null));
        switch (status) {
            case SUCCEEDED -> addFigures(answer.putNull("error"), task);
            case FAILED -> addFailure(answer, task);
            case EXPIRED -> answer.put("error", "Video generation timed out");
            case QUEUED, RUNNING, CANCELLED -> answer.putNull("error");
        }
        return answer;
    }

    private static TaskStatus status(Task task, View view) {
        boolean cancelled = task.outcome().orElse(null) instanceof Outcome.Failed(String code, String _) && code.equals(CANCELLED);
        return cancelled && view.status() == TaskStatus.FAILED ? TaskStatus.CANCELLED : view.status();
    }

    private static ObjectNode base(Task task, String status) {
        String model = task.spec().order().model();
        // The document's own answer names another model than its call.
        boolean other = Failures.has(task, OTHER_MODEL);
        return JsonNodeFactory.instance.objectNode()
                .put("id", task.id())
                .put("object", "video")
                .put("created", task.timeline().created().getEpochSecond())
                .put("model", other ? "seedance_2_0_fast" : model)
                .put("status", status);
    }

    private static String word(TaskStatus status) {
        return switch (status) {
            case QUEUED -> "queued";
            case RUNNING -> "processing";
            case SUCCEEDED -> "completed";
            case FAILED, EXPIRED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static void addFailure(ObjectNode answer, Task task) {
        if (!Failures.has(task, Failures.ABSENT) && task.outcome().orElse(null) instanceof Outcome.Failed(String _, String message)) {
            answer.put("error", Failures.has(task, Failures.NULL) ? null : message);
        }
    }

    private static void addFigures(ObjectNode answer, Task task) {
        TaskSpec spec = task.spec();
        long tokens = spec.look().tokens();
        answer.put("actualDuration", spec.look().seconds());
        if (TEXT_DIGITS.indexOf(task.id().charAt(task.id().length() - 1)) >= 0) {
            answer.put("totalTokens", String.valueOf(tokens));
        } else {
            answer.put("totalTokens", tokens);
        }
        answer.put("amount", amount(spec.order().model(), tokens));
    }

    /** The vendor publishes no prices: Ark's own list prices. */
    private static BigDecimal amount(String model, long tokens) {
        BigDecimal rate = model.contains("fast") ? YUAN_PER_MILLION_FAST : YUAN_PER_MILLION;
        return rate.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
