package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How module versions were taught: by whom and how often. A session that was cancelled counts for nothing. */
@Singleton
public class Teachings {
    private final Sessions sessions;

    Teachings(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Who has taught any of these versions, each once. */
    @Transactional
    public List<Long> whoTaught(Collection<Long> moduleVersionIds) {
        return sessions.whoTaught(moduleVersionIds);
    }

    /** How many sessions were started with each of these versions; one without any is left out. */
    @Transactional
    public Map<Long, Long> timesTaught(Collection<Long> moduleVersionIds) {
        return sessions.timesTaught(moduleVersionIds);
    }
}
