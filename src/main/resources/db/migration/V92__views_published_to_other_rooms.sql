-- What rooms let other rooms read of their tables: the columns that others need. Each view belongs to the owner of its table.
-- MERGE reads the table by its own keys, and INVOKER asks for no more rights than the table does.

-- identity.staff
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW staff_v AS
  SELECT id, public_id, username, name, email, school_id, signed_out_at, reviews, manages
  FROM staff;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW audit_entry_v AS
  SELECT id, at, staff_name, username, act, subject, detail, was, became, salt, erased_in
  FROM audit_entry;

-- operations.mail
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW letter_v AS
  SELECT id, public_id, recipient, subject, about, state, written_at
  FROM letter;

-- schools.school
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW card_v AS
  SELECT class_id, number, picture, issued_on, retired_on
  FROM card;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW region_v AS
  SELECT region_key, nation, name
  FROM region;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW authority_v AS
  SELECT authority_key, region_key, name
  FROM authority;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_v AS
  SELECT id, public_id, name, street, town, postcode, phase, kind, status, opened_on, closed_on, lowest_age, highest_age, roll,
    version, easting, northing
  FROM school;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_area_v AS
  SELECT id, school_id, authority_key, valid_from, valid_to, in_force
  FROM school_area;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_identifier_v AS
  SELECT id, school_id, scheme, value, is_key, valid_to, in_force
  FROM school_identifier;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_fact_v AS
  SELECT id, school_id, fact, value, valid_from, valid_to, in_force
  FROM school_fact;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_link_v AS
  SELECT predecessor_id, successor_id, kind, linked_on, begun_by
  FROM school_link;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_register_v AS
  SELECT id, changes
  FROM school_register;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_domain_v AS
  SELECT school_id, domain
  FROM school_domain;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_group_v AS
  SELECT id, public_id, school_id, year_key, name, band_key, version
  FROM class_group;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_cohort_v AS
  SELECT class_id, reception_year
  FROM class_cohort;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW card_group_v AS
  SELECT id, class_id, cards_low, cards_high
  FROM card_group;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW roll_over_v AS
  SELECT id, public_id, school_id, from_year, to_year, made_by, made_at, lists_destroyed_by, lists_destroyed_at, version
  FROM roll_over;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_link_v AS
  SELECT roll_over_id, from_class, to_class, same_cards
  FROM class_link;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW academic_year_v AS
  SELECT nation, year_key, first_day, last_day
  FROM academic_year;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW term_v AS
  SELECT nation, year_key, term_key, first_day, last_day
  FROM term;

-- schools.registers
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_succession_v AS
  SELECT id, kind, item_id
  FROM school_succession;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_import_row_v AS
  SELECT import_id, school_id, act
  FROM school_import_row;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_move_v AS
  SELECT id, class_id, from_school, to_school, moved_on, begun_by
  FROM class_move;

-- schools.members
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW staff_school_v AS
  SELECT id, staff_id, school_id, part, valid_from, valid_to
  FROM staff_school;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW safeguarding_lead_v AS
  SELECT id, school_id, part, staff_id, valid_from, valid_to
  FROM safeguarding_lead;

-- schools.accounts
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW invitation_v AS
  SELECT id, public_id, school_id, email, name, part, invited_by, invited_at, used_at
  FROM invitation;

-- schools.people
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_claim_v AS
  SELECT id, public_id, staff_id, school_id, state, note, made_at, decided_by, reason
  FROM school_claim;

-- curriculum.library
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW module_v AS
  SELECT id, module_key, band_key
  FROM module;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW module_version_v AS
  SELECT id, module_id, number, title, withdrawn_at, withdrawn_by, withdrawn_why
  FROM module_version;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW withdrawn_step_v AS
  SELECT module_version_id, step, title, withdrawn_at
  FROM withdrawn_step;

-- classroom.session
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW session_v AS
  SELECT id, public_id, school_id, module_version_id, audience, confirmer, devices, language, state, started_by, handed_to,
    started_at, ended_at, signed_at, returned_at, cancelled_at, cancelled_why, local_date, year_key, term_key, version
  FROM session;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW session_class_v AS
  SELECT session_id, class_id, card_group_id, for_low, for_high, in_force_low, in_force_high
  FROM session_class;

-- classroom.room
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW seat_v AS
  SELECT id, session_id, class_id, card_number, visitor, visitor_number, taken_at, to_check
  FROM seat;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW event_v AS
  SELECT seat_id, event_key, kind, step, question, answer, correct, at
  FROM event;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW room_v AS
  SELECT session_id, state
  FROM room;

-- classroom.worry
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW worry_v AS
  SELECT id, public_id, school_id, session_id, seat_id, state, closed_by, version
  FROM worry;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW worry_contact_v AS
  SELECT school_id, name, email, set_by, set_at
  FROM worry_contact;

-- attendance.register
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW register_v AS
  SELECT id, session_id, state, heads, version
  FROM register;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW mark_v AS
  SELECT register_id, place, class_id, card_number, presence, source
  FROM mark;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW return_line_v AS
  SELECT id, return_id, session_id, school_id, class_id, card_group_id, group_slot, local_date, year_key, term_key,
    audience, band_key, module_version_id, named_a_low, named_a_high, named_b_low, named_b_high, in_force_low,
    in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part
  FROM return_line;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW superseded_line_v AS
  SELECT id, return_id, session_id, school_id, class_id, card_group_id, group_slot, local_date, year_key, term_key,
    audience, band_key, module_version_id, named_a_low, named_a_high, named_b_low, named_b_high, in_force_low,
    in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part
  FROM superseded_line;

-- attendance.returns
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW signed_return_v AS
  SELECT id, public_id, session_id, number, superseded_at, in_force, state, signed_by, signed_at, confirmed_by, confirmed_at,
    rules, version, withdrawn_by, withdrawn_at, withdrawn_why, source
  FROM signed_return;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW return_change_v AS
  SELECT id, session_id, kind, asker, asked_at, state
  FROM return_change;

-- attendance.check
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW figure_question_v AS
  SELECT id, public_id, session_id, state, answered_by, answered_at, version
  FROM figure_question;

-- bookings.trainers
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW trainer_v AS
  SELECT staff_id, public_id, region_key, version
  FROM trainer;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW trainer_accreditation_v AS
  SELECT id, withdrawn_at
  FROM trainer_accreditation;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW trainer_suspension_v AS
  SELECT id, lifted_at
  FROM trainer_suspension;

-- bookings.booking
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW booking_v AS
  SELECT id, public_id, school_id, module_key, audience, heads, room, needs, avoid, state, local_date, session_id, closed_by,
    closed_why, version
  FROM booking;

-- reach.totals
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_total_v AS
  SELECT class_id, year_key, term_key, band_key, school_id, before_lower, before_upper, at_end_lower, at_end_upper,
    own_lower, own_upper, largest_session, attendances, sessions
  FROM class_total;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_total_v AS
  SELECT year_key, term_key, band_key, school_id, before_lower, before_upper, at_end_lower, at_end_upper, own_lower,
    own_upper, largest_session, attendances, sessions
  FROM school_total;
