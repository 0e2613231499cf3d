package uk.thinkuknow.schools.members;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A school's safeguarding lead and deputy, who are notified before each session, with the nation's title for the lead.
 */
public record SafeguardingLeads(
        String title, @Nullable Person lead, @Nullable Person deputy) {
    /** The lead, the deputy, both or nobody. */
    public List<Person> named() {
        return Stream.of(lead, deputy).filter(Objects::nonNull).toList();
    }
}
