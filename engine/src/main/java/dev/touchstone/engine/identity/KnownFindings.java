package dev.touchstone.engine.identity;

import java.util.Arrays;

/**
 * The findings that a report is matched with, as columns: a hundred thousand of them take a few
 * megabytes. A finding that has several identities is added once for each of them.
 */
public final class KnownFindings {

    static final int NONE = -1;

    private int size;
    private long[] numbers = new long[64];
    private long[] digests = new long[64 * 4];
    private long[] contexts = new long[64];
    private long[] contents = new long[64];
    private long[] places = new long[64];
    private int[] lines = new int[64];
    private int[] ordinals = new int[64];
    private boolean[] present = new boolean[64];
    private int[] heads = new int[0];
    private int[] next = new int[0];
    private int[] saying = new int[0];
    private int[] nextSaying = new int[0];

    /**
     * Adds a finding; those with the same number must follow each other.
     *
     * @param content hash of what it said when it was last seen
     * @param place hash of where it was when it was last seen
     * @param isPresent false for one that had gone
     */
    public void add(
            long number,
            byte[] digest,
            int ordinal,
            long context,
            int line,
            long content,
            long place,
            boolean isPresent) {
        grow();
        numbers[size] = number;
        for (int i = 0; i < 4; i++) digests[size * 4 + i] = readLong(digest, i * 8);
        ordinals[size] = ordinal;
        contexts[size] = context;
        lines[size] = line;
        contents[size] = content;
        places[size] = place;
        present[size] = isPresent;
        size++;
    }

    public int size() {
        return size;
    }

    public long number(int index) {
        return numbers[index];
    }

    public int ordinal(int index) {
        return ordinals[index];
    }

    public int line(int index) {
        return lines[index];
    }

    public boolean isPresent(int index) {
        return present[index];
    }

    /** The lowest ordinal that no known finding with that digest has or is below. */
    public int freeOrdinal(Identity.Key key) {
        seal();
        int free = 0;
        for (int i = first(key); i != NONE; i = after(i, key))
            free = Math.max(free, ordinals[i] + 1);
        return free;
    }

    long context(int index) {
        return contexts[index];
    }

    /** Makes it searchable; nothing can be added after. */
    void seal() {
        if (heads.length > 0) return;
        heads = new int[Math.max(16, Integer.highestOneBit(size * 2 + 1) * 2)];
        saying = new int[heads.length];
        Arrays.fill(heads, NONE);
        Arrays.fill(saying, NONE);
        next = new int[size];
        nextSaying = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            int slot = slot(digests[i * 4]);
            next[i] = heads[slot];
            heads[slot] = i;
            slot = slot(contents[i] + places[i]);
            nextSaying[i] = saying[slot];
            saying[slot] = i;
        }
    }

    /** The first that says this here, in the order of adding; then {@link #afterSaying}. */
    int firstSaying(long content, long place) {
        return saying(saying[slot(content + place)], content, place);
    }

    int afterSaying(int index, long content, long place) {
        return saying(nextSaying[index], content, place);
    }

    private int saying(int start, long content, long place) {
        int index = start;
        while (index != NONE && (contents[index] != content || places[index] != place)) {
            index = nextSaying[index];
        }
        return index;
    }

    /** The first with that digest, in the order of adding; then {@link #after}. */
    int first(Identity.Key key) {
        return same(heads[slot(key.a())], key);
    }

    int after(int index, Identity.Key key) {
        return same(next[index], key);
    }

    private int same(int start, Identity.Key key) {
        int index = start;
        while (index != NONE && !hasKey(index, key)) index = next[index];
        return index;
    }

    /** True when it is known by this identity, not only by another one. */
    public boolean hasKey(int index, Identity.Key key) {
        int at = index * 4;
        return digests[at] == key.a()
                && digests[at + 1] == key.b()
                && digests[at + 2] == key.c()
                && digests[at + 3] == key.d();
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (heads.length - 1);
    }

    private void grow() {
        if (size < numbers.length) return;
        int room = size * 2;
        numbers = Arrays.copyOf(numbers, room);
        digests = Arrays.copyOf(digests, room * 4);
        contexts = Arrays.copyOf(contexts, room);
        contents = Arrays.copyOf(contents, room);
        places = Arrays.copyOf(places, room);
        lines = Arrays.copyOf(lines, room);
        ordinals = Arrays.copyOf(ordinals, room);
        present = Arrays.copyOf(present, room);
    }

    private static long readLong(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) value = value << 8 | (bytes[at + i] & 0xff);
        return value;
    }
}
