package uk.thinkuknow.schools.members;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who must be told before a session: a school's lead for safeguarding and the deputy, under the title of its nation. */
public record SafeguardingLeads(
        String title, @Nullable Person lead, @Nullable Person deputy) {
    /** Those who are named: the lead, the deputy, both or nobody. */
    public List<Person> named() {
        return Stream.of(lead, deputy).filter(Objects::nonNull).toList();
    }
}
