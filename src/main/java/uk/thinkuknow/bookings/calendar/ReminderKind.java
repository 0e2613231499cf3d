package uk.thinkuknow.bookings.calendar;

/** The reminders before a session: a week before and a day before. */
enum ReminderKind {
    A_WEEK_BEFORE(7),
    A_DAY_BEFORE(1);

    private final int days;

    ReminderKind(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }
}
