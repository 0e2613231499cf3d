package uk.thinkuknow.schools.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Since when a person has been a member of a school, and who admitted them.
 *
 * @param by the account of the person who invited the member or approved their claim; null if that is unknown
 */
public record Admitted(
        long staffId, LocalDate since, @Nullable Long by) {}
