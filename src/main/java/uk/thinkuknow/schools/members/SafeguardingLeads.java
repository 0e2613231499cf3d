package uk.thinkuknow.schools.members;

import org.jspecify.annotations.Nullable;

/** Who must be told before a session: a school's lead for safeguarding and the deputy, under the title of its nation. */
public record SafeguardingLeads(
        String title, @Nullable Person lead, @Nullable Person deputy) {}
