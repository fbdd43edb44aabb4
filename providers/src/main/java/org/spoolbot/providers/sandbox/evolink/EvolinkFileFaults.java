package org.spoolbot.providers.sandbox.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.Faults;

/** How the file service refuses: as the rest of EvoLink, in an envelope of its own. */
final class EvolinkFileFaults implements Faults {

    static final EvolinkFileFaults FILES = new EvolinkFileFaults();

    private EvolinkFileFaults() {}

    @Override
    public Fault typical(int status) {
        return EvolinkFaults.NUMBERS.typical(status);
    }

    @Override
    public Fault refusal(String code) {
        return EvolinkFaults.NUMBERS.refusal(code);
    }

    @Override
    public Fault invalid(String param, String reason) {
        return EvolinkFaults.NUMBERS.invalid(param, reason);
    }

    @Override
    public Fault unknownTask(String id) {
        return typical(404);
    }

    /** The refusal of a file when there are as many as the account may have. */
    Fault full(int most) {
        return typical(403).withCode("403", "The quota of " + most + " files is used up. Delete files that are no longer needed");
    }

    /** The refusal of a file, or of what was said to be one. */
    Fault unusable(String reason) {
        return typical(400).withCode("400", reason);
    }

    @Override
    public String messageFor(String code) {
        return EvolinkFaults.NUMBERS.messageFor(code);
    }

    @Override
    public JsonNode envelope(Fault fault, String requestId) {
        return JsonNodeFactory.instance.objectNode()
                .put("success", false)
                .put("code", fault.status())
                .put("msg", fault.message())
                .putNull("data");
    }
}
