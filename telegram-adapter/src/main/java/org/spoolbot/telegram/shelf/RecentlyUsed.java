package org.spoolbot.telegram.shelf;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of so many entries at most, in memory: one more, and that which was not used for longest is forgotten. Not thread-safe.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final int FEW = 16;
    private static final float LOAD = 0.75f;

    private final int most;

    /** Holds at most so many. */
    public RecentlyUsed(int most) {
        super(FEW, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
