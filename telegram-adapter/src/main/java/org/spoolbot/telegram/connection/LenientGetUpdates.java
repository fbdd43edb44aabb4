package org.spoolbot.telegram.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Asks for updates and reads of each no more than its id. The library reads a batch whole, and asks for ever for one that it cannot read. */
final class LenientGetUpdates extends GetUpdates {
    private static final long serialVersionUID = 1L;
    private static final int MOST_AT_ONCE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient AtomicInteger places;

    /** Numbers what it reads by those places: ids may begin anew after a quiet week, and the library drops any that do not rise. */
    LenientGetUpdates(int offset, int waitSeconds, List<String> kinds, AtomicInteger places) {
        super(offset, MOST_AT_ONCE, waitSeconds, kinds);
        this.places = places;
    }

    @Override
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            ArrayList<Update> updates = new ArrayList<>();
            for (JsonNode update : JSON.readTree(answer).path("result")) {
                Arrival arrival = new Arrival(update.path("update_id").asInt(), update.toString());
                updates.add(new RawUpdate(arrival, places.incrementAndGet()));
            }
            return updates;
        } catch (JsonProcessingException fault) {
            throw new TelegramApiRequestException("the answer to getUpdates is not JSON");
        }
    }
}
