package uk.thinkuknow.identity.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows where the things lie that the audit speaks of: told by a feature that knows schools and what happens there. */
public interface AuditedPlaces {
    /**
     * A condition in SQL: does the school that an entry {@code e} is about lie now in the scope whose token is a parameter?
     * Never true for an entry that is about no school.
     */
    String entryLiesIn(String parameter);

    /** What in SQL is the id of the school that an entry {@code e} is about; null for an entry that is about no school. */
    String schoolOfEntry();

    /** The ids of the schools with these words in their name, or whose number in a national register (URN…) it is. */
    Set<Long> schoolsLike(String words);

    /** The name of the school each of these is about; what is about none is left out. */
    Map<String, String> schoolsOf(Collection<String> subjects);

    /** The regions by key, in the order of their names. */
    Map<String, String> regions();

    /** What a scope is called. */
    String nameOf(Scope scope);

    /** The kinds of things that belong to a school, as the first words of subjects. */
    List<String> kinds();
}
