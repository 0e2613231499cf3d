package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormOption;

/** The filter of the list of trainers; an empty field does not filter. */
record TrainerFilter(String name, String region, String band, String language, String standing) {
    /** The states of accreditation and activity to filter by. */
    private static final List<String> STANDINGS =
            List.of("accredited", "expiring", "suspended", "none", "quiet", "due");

    static TrainerFilter of(TrainersResource.ListQuery asked) {
        return new TrainerFilter(
                text(asked.name()),
                text(asked.region()),
                text(asked.band()),
                text(asked.language()),
                text(asked.standing()));
    }

    boolean matches(SupervisionService.ListedTrainer listed, LocalDate today) {
        var trainer = listed.trainer();
        return (name.isEmpty() || fold(listed.name()).contains(fold(name)))
                && (region.isEmpty() || region.equals(trainer.regionKey()))
                && (band.isEmpty() || trainer.limits().bands().contains(band))
                && (language.isEmpty() || trainer.limits().languages().contains(language))
                && letsStanding(listed, today);
    }

    private boolean letsStanding(SupervisionService.ListedTrainer listed, LocalDate today) {
        var stands = listed.standing();
        return switch (standing) {
            case "accredited" -> stands.against(today).isEmpty();
            case "expiring" -> stands.warningOn(today).isPresent();
            case "suspended" -> stands.isSuspendedOn(today);
            case "none" -> !stands.isAccreditedOn(today);
            case "quiet" -> listed.activity().tooFew();
            case "due" ->
                listed.activity().yearly().isDue() || listed.activity().yearly().isOverdue();
            default -> true;
        };
    }

    boolean isEmpty() {
        return Stream.of(name, region, band, language, standing).allMatch(String::isEmpty);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Lower case, without accents. */
    private static String fold(String words) {
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.UK);
    }

    List<FormOption> standings() {
        return STANDINGS.stream()
                .map(key -> new FormOption(key, Words.of("trainers.standing." + key), key.equals(standing)))
                .toList();
    }
}
