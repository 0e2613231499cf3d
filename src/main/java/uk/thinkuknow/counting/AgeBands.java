package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Age bands, youngest first: all that ever were or will be, or those in force on a day. */
public record AgeBands(List<AgeBand> all) {
    public AgeBands {
        all = all.stream().sorted(Comparator.comparing(AgeBand::ages)).toList();
    }

    /** The bands in force on a day. */
    public AgeBands on(LocalDate day) {
        return new AgeBands(all.stream().filter(band -> band.isOn(day)).toList());
    }

    /** The bands in force on a day or later. */
    public AgeBands from(LocalDate day) {
        return new AgeBands(all.stream()
                .filter(band -> band.to() == null || !band.to().isBefore(day))
                .toList());
    }

    public List<String> keys() {
        return all.stream().map(AgeBand::key).toList();
    }

    public Optional<AgeBand> of(String key) {
        return all.stream().filter(band -> band.key().equals(key)).findFirst();
    }

    /**
     * The key of the band whose lessons suit a class: that of its youngest year group. A class without year groups, or
     * younger than every band, gets the youngest band; "" if there is none.
     */
    public String ofGroups(Collection<Integer> yearGroups) {
        int youngest = yearGroups.stream().mapToInt(Integer::intValue).min().orElse(0);
        return all.stream()
                .filter(band -> band.youngestGroup() <= youngest)
                .max(Comparator.comparing(AgeBand::youngestGroup))
                .or(() -> all.stream().findFirst())
                .map(AgeBand::key)
                .orElse("");
    }
}
