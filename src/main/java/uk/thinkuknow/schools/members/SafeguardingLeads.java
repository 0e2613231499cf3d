package uk.thinkuknow.schools.members;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The current safeguarding lead and deputy of a school, each null if nobody is appointed, with the nation's title for
 * the lead.
 */
public record SafeguardingLeads(
        String title, @Nullable Person lead, @Nullable Person deputy) {
    /** The lead and the deputy, as far as they are appointed. */
    public List<Person> named() {
        return Stream.of(lead, deputy).filter(Objects::nonNull).toList();
    }
}
