package dev.touchstone.scanners.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds many words in one pass, whatever their case (Aho and Corasick, 1975), as a table that is
 * looked up once per character.
 */
final class Keywords {

    /** Is told of each occurrence, in the order of their ends. */
    interface Hits {
        void at(int keyword, int start, int end);
    }

    private final List<String> words;
    private final char[] classOf = new char[Character.MAX_VALUE + 1];
    private final int classes;

    /** State times classes plus class gives the next state times classes. */
    private final int[] next;

    private final int firstFinal;
    private final int[][] ends;

    Keywords(List<String> words) {
        this.words = words.stream().map(Keywords::folded).toList();
        this.classes = classify();
        var trie = new Trie();
        for (int word = 0; word < this.words.size(); word++) {
            trie.add(this.words.get(word), word);
        }
        trie.link();
        int[] number = trie.numbers();
        this.firstFinal = trie.quiet() * classes;
        this.next = new int[number.length * classes];
        this.ends = new int[number.length][];
        for (int state = 0; state < number.length; state++) {
            int at = number[state] * classes;
            for (int c = 0; c < classes; c++) {
                next[at + c] = number[trie.go.get(state)[c]] * classes;
            }
            ends[number[state]] =
                    trie.out.get(state).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    void scan(String text, Hits hits) {
        int state = 0;
        for (int i = 0, length = text.length(); i < length; i++) {
            state = next[state + classOf[text.charAt(i)]];
            if (state >= firstFinal) {
                for (int word : ends[state / classes]) {
                    hits.at(word, i + 1 - words.get(word).length(), i + 1);
                }
            }
        }
    }

    static char fold(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    static String folded(String word) {
        var folded = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            folded.setCharAt(i, fold(word.charAt(i)));
        }
        return folded.toString();
    }

    private int classify() {
        char used = 0;
        for (String word : words) {
            for (char c : word.toCharArray()) {
                if (classOf[c] == 0) {
                    classOf[c] = ++used;
                }
            }
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classOf[c] = classOf[fold(c)];
        }
        return used + 1;
    }

    private final class Trie {

        final List<int[]> go = new ArrayList<>();
        final List<List<Integer>> out = new ArrayList<>();

        Trie() {
            state();
        }

        private int state() {
            go.add(new int[classes]);
            out.add(new ArrayList<>());
            return go.size() - 1;
        }

        void add(String word, int id) {
            int at = 0;
            for (char c : word.toCharArray()) {
                if (go.get(at)[classOf[c]] == 0) {
                    go.get(at)[classOf[c]] = state();
                }
                at = go.get(at)[classOf[c]];
            }
            out.get(at).add(id);
        }

        void link() {
            var fail = new int[go.size()];
            var queue = new ArrayDeque<Integer>();
            for (int child : go.getFirst()) {
                if (child != 0) {
                    queue.add(child);
                }
            }
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int[] row = go.get(state);
                int[] behind = go.get(fail[state]);
                out.get(state).addAll(out.get(fail[state]));
                for (int c = 0; c < classes; c++) {
                    if (row[c] == 0) {
                        row[c] = behind[c];
                    } else {
                        fail[row[c]] = behind[c];
                        queue.add(row[c]);
                    }
                }
            }
        }

        int quiet() {
            return (int) out.stream().filter(List::isEmpty).count();
        }

        /** States in which nothing ends come first, so that one comparison tells them. */
        int[] numbers() {
            var numbers = new int[go.size()];
            int quiet = 0;
            int loud = quiet();
            for (int state = 0; state < numbers.length; state++) {
                numbers[state] = out.get(state).isEmpty() ? quiet++ : loud++;
            }
            return numbers;
        }
    }
}
