package uk.thinkuknow.schools.members;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Event: a member of staff is no longer a school's administrator, or lost a role of the programme, its area or the whole account,
 * so that listeners end what they could still do through it, such as open invitations.
 *
 * @param schoolId null for a role of the programme and for the account
 * @param roles those of the programme that ended; all of them for the account, none for a school's administrator
 */
public record RightsEnded(long staffId, @Nullable Long schoolId, String by, Set<String> roles) {}
