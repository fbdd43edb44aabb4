package org.spoolbot.engine.storage.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All queued jobs in the order of their turns, in memory, so that a place in the queue is counted by blocks and not job by job. It
 * repeats what the database holds and is rebuilt from there at start. Thread-safe.
 */
final class TurnOrder {
    private static final int BLOCK_SIZE = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Block> blocks = new ArrayList<>(List.of(new Block()));

    /** A job's turn: lower keys first, then lower ordinals. */
    record Turn(long key, long ordinal) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER = Comparator.comparingLong(Turn::key).thenComparingLong(Turn::ordinal);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    void add(Turn turn) {
        lock.lock();
        try {
            int at = blockOf(turn);
            Block block = blocks.get(at);
            block.add(turn);
            if (block.size == BLOCK_SIZE) {
                blocks.add(at + 1, block.upperHalf());
            }
        } finally {
            lock.unlock();
        }
    }

    void remove(Turn turn) {
        lock.lock();
        try {
            int at = blockOf(turn);
            Block block = blocks.get(at);
            block.remove(turn);
            if (block.size == 0 && blocks.size() > 1) {
                blocks.remove(at);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many come before it. */
    int before(Turn turn) {
        lock.lock();
        try {
            int at = blockOf(turn);
            int count = blocks.get(at).indexOf(turn);
            for (int index = 0; index < at; index++) {
                count += blocks.get(index).size;
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return blocks.stream().mapToInt(block -> block.size).sum();
        } finally {
            lock.unlock();
        }
    }

    /** The last block that begins at or before the turn, else the first. */
    private int blockOf(Turn turn) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).first().compareTo(turn) <= 0) {
                low = middle;
                continue;
            }
            high = middle - 1;
        }
        return low;
    }

    /** Turns in order. Only the first block may be empty. */
    private static final class Block {
        private final Turn[] turns = new Turn[BLOCK_SIZE];
        private int size;

        Turn first() {
            return turns[0];
        }

        /** Where the turn is, or would be. */
        int indexOf(Turn turn) {
            int found = Arrays.binarySearch(turns, 0, size, turn);
            return found >= 0 ? found : -found - 1;
        }

        void add(Turn turn) {
            int at = indexOf(turn);
            System.arraycopy(turns, at, turns, at + 1, size - at);
            turns[at] = turn;
            size++;
        }

        void remove(Turn turn) {
            int at = indexOf(turn);
            if (at == size || !turns[at].equals(turn)) {
                return;
            }
            System.arraycopy(turns, at + 1, turns, at, size - at - 1);
            size--;
        }

        Block upperHalf() {
            Block upper = new Block();
            upper.size = size - size / 2;
            System.arraycopy(turns, size / 2, upper.turns, 0, upper.size);
            size /= 2;
            return upper;
        }
    }
}
