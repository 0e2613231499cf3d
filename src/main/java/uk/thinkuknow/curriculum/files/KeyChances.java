package uk.thinkuknow.curriculum.files;

import java.util.List;

/**
 * How often a child who answers by one habit is right, against what chance alone would give: an exact test (Poisson
 * binomial).
 *
 * @param chances of each question, that the habit picks its right answer
 * @param hits in how many it does
 */
record KeyChances(List<Double> chances, int hits) {
    double expected() {
        return chances.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** How likely so few or so many hits, or still fewer or more, are by chance alone, on both sides. */
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
