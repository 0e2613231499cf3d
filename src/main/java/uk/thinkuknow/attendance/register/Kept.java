package uk.thinkuknow.attendance.register;

/** How a section was kept: card by card, or by counting heads only (a class without devices). */
enum Kept {
    CARDS,
    HEADS
}
