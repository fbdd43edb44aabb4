package org.spoolbot.telegram.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Asks for updates and reads of each no more than its id. The library reads a batch whole, and asks for ever for one that it cannot read. */
final class LenientGetUpdates extends GetUpdates {
    private static final long serialVersionUID = 1L;
    private static final int MOST_AT_ONCE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    LenientGetUpdates(int offset, int waitSeconds, List<String> kinds) {
        super(offset, MOST_AT_ONCE, waitSeconds, kinds);
    }

    @Override
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            ArrayList<Update> updates = new ArrayList<>();
            for (JsonNode update : JSON.readTree(answer).path("result")) {
                updates.add(new RawUpdate(new Arrival(update.path("update_id").asInt(), update.toString())));
            }
            return updates;
        } catch (JsonProcessingException fault) {
            throw new TelegramApiRequestException("the answer to getUpdates is not JSON", fault);
        }
    }
}
