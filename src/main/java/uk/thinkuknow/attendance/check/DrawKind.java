package uk.thinkuknow.attendance.check;

/** How a return was picked for a check: by chance among all returns of its week, or by risk among those with a sign. */
enum DrawKind {
    CHANCE,
    RISK
}
