package uk.thinkuknow.privacy.held;

import java.util.List;

/**
 * One kind of data held about a school, with the SQL that reads it.
 *
 * @param key the name of its table in the file
 * @param table the table whose retention {@code data.yaml} gives
 * @param columns as the file names them; empty if the file gives only the number of rows
 * @param from the SQL after "from", for the school {@code ?1}
 * @param select the SQL columns of the file
 */
record Section(String key, String title, String table, List<String> columns, String from, String select) {
    private static final String SUBJECTS = """
            (select concat('school ', public_id) as subject from school_v where id = ?1
             union all select concat('class ', public_id) from class_group_v where school_id = ?1
             union all select concat('session ', public_id) from session_v where school_id = ?1
             union all select concat('booking ', public_id) from booking_v where school_id = ?1) its""";

    /** For seats, answers and worries only the number is given: those who may read them do so on other pages. */
    static final List<Section> ALL = List.of(
            of(
                    "facts",
                    "What the registers say of it",
                    "school_fact",
                    "what,value,from,to",
                    "school_fact_v where school_id = ?1 order by id",
                    "fact, value, valid_from, valid_to"),
            of(
                    "staff",
                    "Staff who belong or belonged to it",
                    "staff_school",
                    "name,email,as,from,to",
                    "staff_school_v m join staff_v p on p.id = m.staff_id where m.school_id = ?1 order by m.id",
                    "p.name, p.email, m.part, m.valid_from, m.valid_to"),
            of(
                    "leads",
                    "Who leads or led its safeguarding",
                    "safeguarding_lead",
                    "name,as,from,to",
                    "safeguarding_lead_v l join staff_v p on p.id = l.staff_id where l.school_id = ?1 order by l.id",
                    "p.name, l.part, l.valid_from, l.valid_to"),
            of(
                    "contact",
                    "Whom it chose for unread worries",
                    "worry_contact",
                    "name,email,set by,at",
                    "worry_contact_v where school_id = ?1",
                    "name, email, set_by, set_at"),
            of(
                    "claims",
                    "Requests to join it",
                    "school_claim",
                    "name,state,note,made,decided by,reason",
                    "school_claim_v c join staff_v p on p.id = c.staff_id where c.school_id = ?1 order by c.id",
                    "p.name, c.state, c.note, c.made_at, c.decided_by, c.reason"),
            of(
                    "invitations",
                    "Invitations it sent",
                    "invitation",
                    "name,email,as,by,at,used",
                    "invitation_v where school_id = ?1 order by id",
                    "name, email, part, invited_by, invited_at, used_at"),
            of(
                    "domains",
                    "Its e-mail domains",
                    "school_domain",
                    "domain",
                    "school_domain_v where school_id = ?1 order by domain",
                    "domain"),
            of(
                    "classes",
                    "Classes",
                    "class_group",
                    "class,year,band",
                    "class_group_v where school_id = ?1 order by id",
                    "name, year_key, band_key"),
            of(
                    "cards",
                    "Cards: a number and a picture, no child",
                    "card",
                    "class,year,number,picture,issued,retired",
                    "card_v k join class_group_v c on c.id = k.class_id where c.school_id = ?1 order by c.id, k.number",
                    "c.name, c.year_key, k.number, k.picture, k.issued_on, k.retired_on"),
            of(
                    "roll-overs",
                    "Classes carried to the next year",
                    "roll_over",
                    "from,to,by,at,lists destroyed by,at",
                    "roll_over_v where school_id = ?1 order by id",
                    "from_year, to_year, made_by, made_at, lists_destroyed_by, lists_destroyed_at"),
            of(
                    "bookings",
                    "Bookings",
                    "booking",
                    "date,lesson,state,room,needs,avoid,closed by,why",
                    "booking_v where school_id = ?1 order by id",
                    "local_date, module_key, state, room, needs, avoid, closed_by, closed_why"),
            of(
                    "sessions",
                    "Sessions",
                    "session",
                    "date,lesson,for,state,started by,cancelled why",
                    "session_v s join module_version_v v on v.id = s.module_version_id join staff_v p on p.id = s.started_by"
                            + " where s.school_id = ?1 order by s.id",
                    "s.local_date, v.title, s.audience, s.state, p.name, s.cancelled_why"),
            of(
                    "registers",
                    "Marks in registers, by card",
                    "mark",
                    "date,class,card,mark,how it came about",
                    "mark_v m join register_v r on r.id = m.register_id join session_v s on s.id = r.session_id"
                            + " join class_group_v c on c.id = m.class_id where s.school_id = ?1 order by s.id, m.place, m.card_number",
                    "s.local_date, c.name, m.card_number, m.presence, m.source"),
            of(
                    "returns",
                    "Signed returns, in all their versions",
                    "signed_return",
                    "date,version,state,signed by,at,confirmed by,withdrawn by,why",
                    "signed_return_v r join session_v s on s.id = r.session_id where s.school_id = ?1 order by r.id",
                    "s.local_date, r.number, r.state, r.signed_by, r.signed_at, r.confirmed_by, r.withdrawn_by, r.withdrawn_why"),
            of(
                    "lines",
                    "What is counted of them",
                    "return_line",
                    "date,year,term,band,named,unnamed,guests,heads",
                    "return_line_v where school_id = ?1 order by id",
                    "local_date, year_key, term_key, band_key,"
                            + " bit_count(named_a_low) + bit_count(named_a_high) + bit_count(named_b_low) + bit_count(named_b_high),"
                            + " unnamed, guests, heads"),
            of(
                    "totals",
                    "Kept totals of reach",
                    "school_total",
                    "year,term,band,at least,at most,attendances,sessions",
                    "school_total_v where school_id = ?1 order by year_key, term_key, band_key",
                    "year_key, term_key, band_key, own_lower, own_upper, attendances, sessions"),
            of(
                    "questions",
                    "Returns that were drawn by chance and asked again",
                    "figure_question",
                    "date,state,answered by,at",
                    "figure_question_v q join session_v s on s.id = q.session_id where s.school_id = ?1 order by q.id",
                    "s.local_date, q.state, q.answered_by, q.answered_at"),
            of(
                    "letters",
                    "Letters about it",
                    "letter",
                    "to,subject,about,written,state",
                    "letter_v l join " + SUBJECTS + " on its.subject = l.about order by l.id",
                    "l.recipient, l.subject, l.about, l.written_at, l.state"),
            of(
                    "audit",
                    "Entries of the audit",
                    "audit_entry",
                    "at,who,act,subject,detail,was,became",
                    "audit_entry_v e join " + SUBJECTS + " on its.subject = e.subject order by e.id",
                    "e.at, e.staff_name, e.act, e.subject, e.detail, e.was, e.became"),
            of(
                    "seats",
                    "Seats of children, by card",
                    "seat",
                    "",
                    "seat_v t join session_v s on s.id = t.session_id where s.school_id = ?1",
                    ""),
            of(
                    "answers",
                    "What children saw and answered, by card",
                    "event",
                    "",
                    "event_v e join seat_v t on t.id = e.seat_id join session_v s on s.id = t.session_id where s.school_id = ?1",
                    ""),
            of(
                    "worries",
                    "Worries of children, readable for its safeguarding lead alone",
                    "worry",
                    "",
                    "worry_v where school_id = ?1",
                    ""));

    private static Section of(String key, String title, String table, String columns, String from, String select) {
        return new Section(
                key, title, table, columns.isEmpty() ? List.of() : List.of(columns.split(",")), from, select);
    }
}
