package uk.thinkuknow.attendance.register;

import java.util.List;

/** What a session's devices report about attendance: marks of cards, and of visitors' badges. */
public record DeviceReport(List<Mark> cards, List<VisitorMark> visitors) {}
