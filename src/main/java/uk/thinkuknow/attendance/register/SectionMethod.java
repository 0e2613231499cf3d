package uk.thinkuknow.attendance.register;

/** How a section of the register was filled in: card by card, or by heads only (a class without devices). */
enum SectionMethod {
    CARDS,
    HEADS
}
