package uk.thinkuknow.bookings.calendar;

/** How long before a session those who come are reminded of it. */
enum Reminder {
    A_WEEK_BEFORE(7),
    A_DAY_BEFORE(1);

    private final int days;

    Reminder(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }
}
