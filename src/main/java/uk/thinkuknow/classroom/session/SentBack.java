package uk.thinkuknow.classroom.session;

import java.util.List;
import java.util.Set;

/** Answers which sessions must be signed again because a second person sent their return back. */
public interface SentBack {
    /** Returns those of the sessions whose return was sent back and not signed since. */
    Set<Long> among(List<SessionFacts> sessions);
}
