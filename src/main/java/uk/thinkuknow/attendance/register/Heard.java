package uk.thinkuknow.attendance.register;

import java.util.List;

/** What the devices of a session say of who was there: marks of cards, and visitors' badges. */
public record Heard(List<Mark> cards, List<VisitorMark> visitors) {}
