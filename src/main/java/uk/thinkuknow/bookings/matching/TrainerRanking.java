package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;

/**
 * Ranks trainers for a session: nearest first (for a visit), then longest since their last offer, then fewest sessions
 * this term, then by name. Trainers who cannot come are last, each with the reason.
 */
public final class TrainerRanking {
    private static final Comparator<Ranked> ORDER = Comparator.comparing((Ranked each) -> !each.match.can())
            .thenComparing(Ranked::nearness)
            .thenComparing(each -> each.candidate.load().lastOffered(), Comparator.nullsFirst(Instant::compareTo))
            .thenComparing(each -> each.candidate.load().sessionsThisTerm())
            .thenComparing(each -> each.candidate.name())
            .thenComparing(each -> each.candidate.staffId());

    private final TrainerSearch wanted;

    private TrainerRanking(TrainerSearch wanted) {
        this.wanted = wanted;
    }

    /**
     * A candidate with their match; {@code nearness} in kilometres, 0 for a session by video, the largest number if not
     * known.
     */
    private record Ranked(Candidate candidate, TrainerMatch match, int nearness) {}

    /** One time tried for a trainer: {@code against} is null if they can take it; {@code care} holds warnings if so. */
    private record TriedSlot(Slot slot, @Nullable FailedCheck against, List<String> care) {}

    /** Why a trainer cannot come: the check that failed, and its words. */
    private record FailedCheck(Obstacle obstacle, String why) {}

    public static List<TrainerMatch> of(TrainerSearch wanted, List<Candidate> candidates) {
        var trainerRanking = new TrainerRanking(wanted);
        return candidates.stream()
                .map(trainerRanking::rank)
                .sorted(ORDER)
                .map(Ranked::match)
                .toList();
    }

    private Ranked rank(Candidate candidate) {
        var kilometres = kilometres(candidate);
        // without the school's position all trainers rank as equally far; for a session by video, distance does not
        // count
        var nearness = !wanted.visit() ? 0 : kilometres == null ? Integer.MAX_VALUE : kilometres;
        return new Ranked(candidate, match(candidate, kilometres), nearness);
    }

    private TrainerMatch match(Candidate candidate, @Nullable Integer kilometres) {
        var never = neverPossible(candidate, kilometres);
        if (never != null) {
            return no(candidate, kilometres, never);
        }
        var tried =
                wanted.slots().stream().map(slot -> attempt(candidate, slot)).toList();
        var possible = tried.stream().filter(each -> each.against == null).toList();
        var refused = tried.stream()
                .filter(each -> each.against != null)
                .map(each -> Words.of("matching.notOn", TrainerWords.when(each.slot.startsAt()), each.against.why))
                .toList();
        if (possible.isEmpty()) {
            return no(candidate, kilometres, never(tried, refused));
        }
        return new TrainerMatch(
                candidate.staffId(),
                candidate.name(),
                kilometres,
                possible.stream().map(TriedSlot::slot).toList(),
                null,
                words(kilometres, possible, refused));
    }

    private static TrainerMatch no(Candidate candidate, @Nullable Integer kilometres, FailedCheck against) {
        return new TrainerMatch(
                candidate.staffId(), candidate.name(), kilometres, List.of(), against.obstacle, against.why);
    }

    /** The reason when all times are refused: accreditation only if it refused every one of them, else time. */
    private static FailedCheck never(List<TriedSlot> tried, List<String> refused) {
        if (refused.isEmpty()) {
            return new FailedCheck(Obstacle.TIME, Words.of("matching.noTime"));
        }
        var obstacle =
                tried.stream().allMatch(each -> each.against != null && each.against.obstacle == Obstacle.STANDING)
                        ? Obstacle.STANDING
                        : Obstacle.TIME;
        return new FailedCheck(obstacle, String.join("; ", refused));
    }

    /** The obstacle that rules out every time; null if there is none. */
    private @Nullable FailedCheck neverPossible(Candidate candidate, @Nullable Integer kilometres) {
        var limits = candidate.limits();
        if (!limits.bands().contains(wanted.band())) {
            return new FailedCheck(Obstacle.AGES, Words.of("matching.doesNotTeach", TrainerWords.band(wanted.band())));
        }
        if (!limits.languages().contains(wanted.language())) {
            return new FailedCheck(
                    Obstacle.LANGUAGE, Words.of("matching.doesNotSpeak", TrainerWords.language(wanted.language())));
        }
        if (!wanted.visit()) {
            return null;
        }
        if (candidate.home() == null) {
            return new FailedCheck(Obstacle.DISTANCE, Words.of("matching.noHome"));
        }
        var school = wanted.school();
        if (school != null && candidate.home().metresTo(school) > limits.kilometres() * 1000.0) {
            return new FailedCheck(
                    Obstacle.DISTANCE, Words.of("matching.tooFar", String.valueOf(kilometres), limits.kilometres()));
        }
        return null;
    }

    private TriedSlot attempt(Candidate candidate, Slot slot) {
        var day = London.dateOf(slot.startsAt());
        var against = candidate.standing().against(day);
        if (against.isPresent()) {
            return refused(slot, Obstacle.STANDING, against.get());
        }
        if (!candidate.week().isFreeFor(slot)) {
            return refused(slot, Obstacle.TIME, candidate.week().whyNotFreeFor(slot));
        }
        var promised = candidate.load().commitments();
        var overlapping =
                promised.stream().filter(each -> Clashes.overlap(each, slot)).findFirst();
        if (overlapping.isPresent()) {
            return refused(
                    slot,
                    Obstacle.TIME,
                    Words.of("matching.hasSession", overlapping.get().where()));
        }
        var thatDay = promised.stream()
                .filter(each -> London.dateOf(each.startsAt()).equals(day))
                .count();
        if (thatDay >= candidate.limits().sessionsADay()) {
            return refused(slot, Obstacle.TIME, Words.of("matching.fullDay", thatDay));
        }
        return new TriedSlot(
                slot, null, wanted.visit() ? Clashes.journeys(promised, slot, wanted.school()) : List.of());
    }

    private static TriedSlot refused(Slot slot, Obstacle obstacle, String why) {
        return new TriedSlot(slot, new FailedCheck(obstacle, why), List.of());
    }

    private String words(@Nullable Integer kilometres, List<TriedSlot> possible, List<String> refused) {
        var words = new ArrayList<String>();
        if (!wanted.visit()) {
            words.add(Words.of("matching.byVideo"));
        } else {
            words.add(kilometres == null ? Words.of("matching.distanceNotKnown") : TrainerWords.kilometres(kilometres));
        }
        words.add(Words.of(
                "matching.freeOn",
                String.join(
                        " and ",
                        possible.stream()
                                .map(each -> TrainerWords.when(each.slot.startsAt()))
                                .toList())));
        if (!wanted.language().equals("en")) {
            words.add(Words.of("matching.speaks", TrainerWords.language(wanted.language())));
        }
        var sentence = new StringBuilder(String.join(", ", words));
        possible.forEach(each -> each.care.forEach(care -> sentence.append("; ").append(care)));
        refused.forEach(each -> sentence.append("; ").append(each));
        return sentence.toString();
    }

    private @Nullable Integer kilometres(Candidate candidate) {
        var school = wanted.school();
        return school == null || candidate.home() == null
                ? null
                : Integer.valueOf((int) Math.ceil(candidate.home().metresTo(school) / 1000));
    }
}
