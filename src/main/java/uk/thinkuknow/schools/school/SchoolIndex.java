package uk.thinkuknow.schools.school;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * In-memory full-text index of schools: maps each word of their names, towns and postcodes to the schools that have it,
 * and tolerates typing errors. A search over 52,000 schools takes a few milliseconds.
 */
final class SchoolIndex {
    private static final int WORDS_AT_MOST = 10;
    private static final int LETTERS_AT_MOST = 40;
    private static final int ONE_SLIP_FROM = 4;
    private static final int TWO_SLIPS_FROM = 8;
    private static final float BEGINNING = 0.85f;
    private static final float[] SLIPPED = {1f, 0.7f, 0.45f};
    /** Schools that score less than this share of the best score are left out. */
    private static final float WORTH_SHOWING = 0.6f;

    private static final float MATCHED_AT_LEAST = 0.5f;
    private static final float OPEN_BEFORE_CLOSED = 1.02f;

    private final long[] ids;
    private final boolean[] open;
    private final String[] words;
    private final int[][] schoolsOf;

    /** The words and status of one school to index. */
    record Entry(long id, String name, String town, String postcode, boolean isOpen) {}

    SchoolIndex(List<Entry> schools) {
        ids = schools.stream().mapToLong(Entry::id).toArray();
        open = new boolean[ids.length];
        var lists = new TreeMap<String, IntStream.Builder>();
        for (int i = 0; i < ids.length; i++) {
            var school = schools.get(i);
            open[i] = school.isOpen();
            int at = i;
            SchoolWords.of(String.join(
                            " ",
                            school.name(),
                            school.town(),
                            school.postcode(),
                            school.postcode().replace(" ", "")))
                    .stream()
                    .distinct()
                    .forEach(word -> lists.computeIfAbsent(word, any -> IntStream.builder())
                            .add(at));
        }
        words = lists.keySet().toArray(String[]::new);
        schoolsOf = lists.values().stream().map(list -> list.build().toArray()).toArray(int[][]::new);
    }

    /** The ids of the best matches, best first. */
    List<Long> find(String typed, int atMost) {
        var asked = SchoolWords.of(typed).stream()
                .map(word -> word.length() <= LETTERS_AT_MOST ? word : word.substring(0, LETTERS_AT_MOST))
                .limit(WORDS_AT_MOST)
                .toList();
        var score = new float[ids.length];
        var matched = new int[ids.length];
        for (int i = 0; i < asked.size(); i++) {
            var best = new float[ids.length];
            float atMostWorth = worthOf(asked.get(i));
            fits(asked.get(i)).forEach((word, fit) -> add(best, word, fit, atMostWorth));
            // "oak field" is "Oakfield", and "mary s" is "Mary's"
            if (i > 0) {
                addExact(best, asked.get(i - 1) + asked.get(i));
            }
            if (i + 1 < asked.size()) {
                addExact(best, asked.get(i) + asked.get(i + 1));
            }
            for (int school = 0; school < best.length; school++) {
                score[school] += best[school];
                matched[school] += best[school] > 0 ? 1 : 0;
            }
        }
        for (int i = 0; i < score.length; i++) {
            score[i] *= (open[i] ? OPEN_BEFORE_CLOSED : 1) * matched[i] / Math.max(1, asked.size());
        }
        return best(score, matched, asked.size(), atMost);
    }

    private List<Long> best(float[] score, int[] matched, int asked, int atMost) {
        float most = 0;
        for (float each : score) {
            most = Math.max(most, each);
        }
        // the head of the queue is the worst match kept, so that poll removes it
        Comparator<Integer> worstFirst =
                (a, b) -> score[a] == score[b] ? Integer.compare(b, a) : Float.compare(score[a], score[b]);
        var kept = new PriorityQueue<>(worstFirst);
        for (int i = 0; i < score.length; i++) {
            if (score[i] > 0 && score[i] >= most * WORTH_SHOWING && matched[i] >= asked * MATCHED_AT_LEAST) {
                kept.add(i);
                if (kept.size() > atMost) {
                    kept.poll();
                }
            }
        }
        return kept.stream().sorted(worstFirst.reversed()).map(i -> ids[i]).toList();
    }

    private void addExact(float[] best, String word) {
        int at = Arrays.binarySearch(words, word);
        if (at >= 0) {
            add(best, at, 1, Float.MAX_VALUE);
        }
    }

    /**
     * Scores the schools that have an indexed word, and keeps each school's best score for the typed word. A rare word
     * scores higher than a common one, but never higher than the typed word itself if that is indexed.
     */
    private void add(float[] best, int word, float fit, float atMostWorth) {
        float points = fit * Math.min(atMostWorth, worth(word));
        for (int school : schoolsOf[word]) {
            best[school] = Math.max(best[school], points);
        }
    }

    private float worthOf(String asked) {
        int at = Arrays.binarySearch(words, asked);
        return at < 0 ? Float.MAX_VALUE : worth(at);
    }

    private float worth(int word) {
        return (float) Math.log(1 + (double) ids.length / schoolsOf[word].length);
    }

    /**
     * The indexed words that the typed word may mean, by their index, each with a fit: 1 for the word itself, less for
     * a longer word that starts with it or for typing errors.
     */
    private Map<Integer, Float> fits(String asked) {
        var fits = new HashMap<Integer, Float>();
        int from = Arrays.binarySearch(words, asked);
        for (int i = from < 0 ? -from - 1 : from; i < words.length && words[i].startsWith(asked); i++) {
            fits.put(i, words[i].length() == asked.length() ? 1 : BEGINNING);
        }
        boolean isNumber = asked.chars().anyMatch(Character::isDigit);
        int slips = isNumber || asked.length() < ONE_SLIP_FROM ? 0 : asked.length() < TWO_SLIPS_FROM ? 1 : 2;
        for (int i = 0; slips > 0 && i < words.length; i++) {
            int made = SchoolWords.editDistance(asked, words[i], slips);
            if (made <= slips) {
                fits.merge(i, SLIPPED[made], Math::max);
            }
        }
        return fits;
    }
}
