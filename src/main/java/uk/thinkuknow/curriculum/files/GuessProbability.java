package uk.thinkuknow.curriculum.files;

import java.util.List;

/**
 * Tests whether a guessing strategy finds right answers more or less often than chance does: an exact two-sided test
 * (Poisson binomial).
 *
 * @param chances the probability, for each question, that the strategy picks the right answer by chance
 * @param hits the number of questions where it picks the right answer
 */
record GuessProbability(List<Double> chances, int hits) {
    /** Returns the number of hits expected by chance. */
    double expected() {
        return chances.stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Returns the two-sided p-value, from 0 to 1: twice the probability of the smaller tail, that is of at most or of
     * at least so many hits by chance.
     */
    double probability() {
        var ofHits = new double[chances.size() + 1];
        ofHits[0] = 1;
        for (int i = 0; i < chances.size(); i++) {
            double chance = chances.get(i);
            for (int hit = i + 1; hit > 0; hit--) {
                ofHits[hit] = ofHits[hit] * (1 - chance) + ofHits[hit - 1] * chance;
            }
            ofHits[0] *= 1 - chance;
        }
        double atMost = 0;
        double atLeast = 0;
        for (int hit = 0; hit < ofHits.length; hit++) {
            atMost += hit <= hits ? ofHits[hit] : 0;
            atLeast += hit >= hits ? ofHits[hit] : 0;
        }
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }
}
