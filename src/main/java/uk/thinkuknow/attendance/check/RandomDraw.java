package uk.thinkuknow.attendance.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A random draw of 2% of some sessions, at least one: those for which the SHA-256 of "seed id" sorts first. The seed
 * and the ids alone decide what is drawn.
 */
record RandomDraw(String seed, List<String> among) {
    private static final int OF = 50;
    private static final int SEED = 16;

    /** Returns the ids that are drawn; none if there are none to draw from. */
    List<String> drawn() {
        return among.stream()
                .sorted(Comparator.comparing(this::rank).thenComparing(Comparator.naturalOrder()))
                .limit(many())
                .toList();
    }

    private int many() {
        return among.isEmpty() ? 0 : Math.max(1, Math.round((float) among.size() / OF));
    }

    static String seed(RandomGenerator random) {
        var seed = new byte[SEED];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    private String rank(String id) {
        return hash(seed + " " + id);
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
