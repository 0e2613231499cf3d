package uk.thinkuknow.identity.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the schools and authorities that audit entries are about. Implemented by a package that knows schools and depends on this one.
 */
public interface AuditSchoolLookup {
    /**
     * An SQL condition: the school or authority that entry {@code e} is about is now in the scope whose token is the
     * given parameter. Never true for any other entry.
     */
    String entryIsIn(String parameter);

    /** An SQL expression for the id of the school that entry {@code e} is about; null if it is about no school. */
    String schoolOfEntry();

    /**
     * The ids of schools whose name contains this text, or whose number in a national register of schools (URN and
     * others) is this text.
     */
    Set<Long> schoolsLike(String words);

    /** The name of the school or authority for each subject; other subjects are left out. */
    Map<String, String> schoolsOf(Collection<String> subjects);

    /** The regions by key, ordered by name. */
    Map<String, String> regions();

    /** The name of a scope. */
    String nameOf(Scope scope);

    /**
     * The kinds of things that belong to a school or an authority, such as "class"; the subject of an entry starts with
     * one of them.
     */
    List<String> kinds();
}
