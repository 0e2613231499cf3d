package uk.thinkuknow.attendance.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A draw of 2% of some sessions by chance, at least one, and of as many again by risk. Both take the sessions for which
 * the SHA-256 of "seed id" sorts first: the first draw among all, the second among the risky ones that the first did
 * not take. The seed and the ids alone decide what is drawn.
 *
 * @param among the ids of all sessions
 * @param risky the ids of those with a sign of risk
 */
record RandomDraw(String seed, List<String> among, List<String> risky) {
    private static final int OF = 50;
    private static final int SEED = 16;

    static RandomDraw of(String seed, List<Candidate> candidates) {
        return new RandomDraw(
                seed,
                candidates.stream().map(Candidate::session).toList(),
                candidates.stream()
                        .filter(Candidate::isRisky)
                        .map(Candidate::session)
                        .toList());
    }

    /** Returns the ids that are drawn by chance; none if there are none to draw from. */
    List<String> byChance() {
        return first(among);
    }

    /** Returns the ids that are drawn by risk; fewer, or none, if fewer have a sign of risk. */
    List<String> byRisk() {
        var chance = Set.copyOf(byChance());
        return first(risky.stream().filter(id -> !chance.contains(id)).toList());
    }

    private List<String> first(List<String> ids) {
        return ids.stream()
                .map(id -> new Ranked(hash(seed + " " + id), id))
                .sorted(Comparator.comparing(Ranked::hash).thenComparing(Ranked::id))
                .limit(many())
                .map(Ranked::id)
                .toList();
    }

    private record Ranked(String hash, String id) {}

    private int many() {
        return among.isEmpty() ? 0 : Math.max(1, Math.round((float) among.size() / OF));
    }

    static String seed(RandomGenerator random) {
        var seed = new byte[SEED];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
