package uk.thinkuknow.privacy.held;

import java.util.List;
import uk.thinkuknow.common.Words;

/**
 * One kind of data held about a school, with the SQL that reads it.
 *
 * @param key the name of its table in the file
 * @param table the table whose retention {@code data.yaml} gives
 * @param columns as the file names them; empty if the file gives only the number of rows
 * @param sql reads its rows, with these columns, for the school {@code ?1}; empty if not even their number is given
 */
record Section(String key, String table, List<String> columns, String sql) {
    private static final String SUBJECTS = """
            (select concat('school ', public_id) as subject from school_v where id = ?1
             union all select concat('class ', public_id) from class_group_v where school_id = ?1
             union all select concat('session ', public_id) from session_v where school_id = ?1
             union all select concat('booking ', public_id) from booking_v where school_id = ?1) its""";

    /**
     * For seats and answers only the number is given: those who may read them do so on other pages. That of worries would
     * say when a child of a class wrote one. Who has left has no name here: what they are called now is not about the school.
     */
    static final List<Section> ALL = List.of(
            new Section(
                    "facts",
                    "school_fact",
                    List.of("what", "value", "from", "to"),
                    "select fact, value, valid_from, valid_to from school_fact_v where school_id = ?1 order by id"),
            new Section(
                    "staff",
                    "staff_school",
                    List.of("name", "email", "as", "from", "to"),
                    "select p.name, p.email, m.part, m.valid_from, m.valid_to from staff_school_v m left join staff_v p on p.id = "
                            + "m.staff_id and m.valid_to is null where m.school_id = ?1 order by m.id"),
            new Section(
                    "leads",
                    "safeguarding_lead",
                    List.of("name", "as", "from", "to"),
                    "select p.name, l.part, l.valid_from, l.valid_to from safeguarding_lead_v l left join staff_school_v o on "
                            + "o.staff_id = l.staff_id and o.school_id = l.school_id and o.valid_to is null left join staff_v p on "
                            + "p.id = o.staff_id where l.school_id = ?1 order by l.id"),
            new Section(
                    "contact",
                    "worry_contact",
                    List.of("name", "email", "set by", "at"),
                    "select name, email, set_by, set_at from worry_contact_v where school_id = ?1"),
            new Section(
                    "claims",
                    "school_claim",
                    List.of("name", "state", "note", "made", "decided by", "reason"),
                    "select p.name, c.state, c.note, c.made_at, c.decided_by, c.reason from school_claim_v c left join "
                            + "staff_school_v o on o.staff_id = c.staff_id and o.school_id = c.school_id and o.valid_to is null "
                            + "left join staff_v p on p.id = if(c.state = 'OPEN', c.staff_id, o.staff_id) where c.school_id = ?1 "
                            + "order by c.id"),
            new Section(
                    "invitations",
                    "invitation",
                    List.of("name", "email", "as", "by", "at", "used"),
                    "select name, email, part, invited_by, invited_at, used_at from invitation_v where school_id = ?1 order"
                            + " by id"),
            new Section(
                    "domains",
                    "school_domain",
                    List.of("domain"),
                    "select domain from school_domain_v where school_id = ?1 order by domain"),
            new Section(
                    "own-days",
                    "own_day_span",
                    List.of("from", "to", "weekdays", "open", "why", "by", "at"),
                    "select first_day, last_day, weekdays, open, why, added_by, added_at from own_day_span_v "
                            + "where school_id = ?1 order by id"),
            new Section(
                    "rolls",
                    "school_roll",
                    List.of("day", "roll", "source", "by", "at"),
                    "select as_of, roll, source, recorded_by, recorded_at from school_roll_v where school_id = ?1 order by id"),
            new Section(
                    "classes",
                    "class_group",
                    List.of("class", "year", "band"),
                    "select name, year_key, band_key from class_group_v where school_id = ?1 order by id"),
            new Section(
                    "cards",
                    "card",
                    List.of("class", "year", "number", "picture", "issued", "retired"),
                    "select c.name, c.year_key, k.number, k.picture, k.issued_on, k.retired_on from card_v k join "
                            + "class_group_v c on c.id = k.class_id where c.school_id = ?1 order by c.id, k.number"),
            new Section(
                    "roll-overs",
                    "roll_over",
                    List.of("from", "to", "by", "at", "lists destroyed by", "destroyed at"),
                    "select from_year, to_year, made_by, made_at, lists_destroyed_by, lists_destroyed_at from roll_over_v "
                            + "where school_id = ?1 order by id"),
            new Section(
                    "bookings",
                    "booking",
                    List.of("date", "lesson", "state", "room", "needs", "avoid", "closed by", "why"),
                    "select local_date, module_key, state, room, needs, avoid, closed_by, closed_why from booking_v where "
                            + "school_id = ?1 order by id"),
            new Section(
                    "sessions",
                    "session",
                    List.of("date", "lesson", "for", "state", "started by", "cancelled why"),
                    "select s.local_date, v.title, s.audience, s.state, p.name, s.cancelled_why from session_v s join "
                            + "module_version_v v on v.id = s.module_version_id join staff_v p on p.id = s.started_by where s.school_id "
                            + "= ?1 order by s.id"),
            new Section(
                    "registers",
                    "mark",
                    List.of("date", "class", "card", "mark", "how it came about"),
                    "select s.local_date, c.name, m.card_number, m.presence, m.source from mark_v m join register_v r on r.id "
                            + "= m.register_id join session_v s on s.id = r.session_id join class_group_v c on c.id = m.class_id where "
                            + "s.school_id = ?1 order by s.id, m.place, m.card_number"),
            new Section(
                    "returns",
                    "signed_return",
                    List.of("date", "version", "state", "signed by", "at", "confirmed by", "withdrawn by", "why"),
                    "select s.local_date, r.number, r.state, r.signed_by, r.signed_at, r.confirmed_by, r.withdrawn_by, "
                            + "r.withdrawn_why from signed_return_v r join session_v s on s.id = r.session_id where s.school_id = ?1 "
                            + "order by r.id"),
            new Section(
                    "notes",
                    "waiting_note",
                    List.of("date", "written"),
                    "select s.local_date, n.written_at from waiting_note_v n join session_v s on s.id = n.session_id "
                            + "where s.school_id = ?1 order by s.id"),
            new Section(
                    "lines",
                    "return_line",
                    List.of("date", "year", "term", "band", "named", "unnamed", "guests", "heads"),
                    "select local_date, year_key, term_key, band_key, bit_count(named_a_low) + bit_count(named_a_high) + "
                            + "bit_count(named_b_low) + bit_count(named_b_high), unnamed, guests, heads from return_line_v where "
                            + "school_id = ?1 order by id"),
            new Section(
                    "totals",
                    "school_total",
                    List.of("year", "term", "band", "at least", "at most", "attendances", "sessions"),
                    "select year_key, term_key, band_key, own_lower, own_upper, attendances, sessions from school_total_v "
                            + "where school_id = ?1 order by year_key, term_key, band_key"),
            new Section(
                    "questions",
                    "figure_question",
                    List.of("date", "picked by", "state", "answered by", "at"),
                    "select s.local_date, q.draw_kind, q.state, q.answered_by, q.answered_at from figure_question_v q join session_v s on "
                            + "s.id = q.session_id where s.school_id = ?1 order by q.id"),
            new Section(
                    "letters",
                    "letter",
                    List.of("to", "subject", "about", "written", "state"),
                    "select l.recipient, l.subject, l.about, l.written_at, l.state from letter_v l join "
                            + SUBJECTS
                            + " on its.subject = l.about order by l.id"),
            new Section(
                    "audit",
                    "audit_entry",
                    List.of("at", "who", "act", "subject", "detail", "was", "became"),
                    "select e.at, e.staff_name, e.act, e.subject, e.detail, e.was, e.became from audit_entry_v e join "
                            + SUBJECTS
                            + " on its.subject = e.subject order by e.id"),
            new Section(
                    "seats",
                    "seat",
                    List.of(),
                    "select 1 from seat_v t join session_v s on s.id = t.session_id where s.school_id = ?1"),
            new Section(
                    "answers",
                    "event",
                    List.of(),
                    "select 1 from event_v e join seat_v t on t.id = e.seat_id join session_v s on s.id = t.session_id where "
                            + "s.school_id = ?1"),
            new Section("worries", "worry", List.of(), ""));

    String title() {
        return Words.of("held.title." + key);
    }

    /** The SQL after "from", without the columns. */
    String from() {
        return sql.substring(sql.indexOf(" from ") + " from ".length());
    }
}
