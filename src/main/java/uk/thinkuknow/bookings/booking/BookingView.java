package uk.thinkuknow.bookings.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.FormOption;

/**
 * What the page of a booking shows.
 *
 * @param may what the user may do with it now
 */
record BookingView(
        String id,
        int version,
        Head head,
        List<Row> facts,
        List<OfferRow> offers,
        List<TrailRow> trail,
        BookingActions may) {
    /** Returns whether the page gives the reasons for the trainers' order. Managers see them, schools do not. */
    public boolean isOrderExplained() {
        return offers.stream().anyMatch(offer -> !offer.why().isBlank());
    }

    /** The top of the page: lesson, classes, state, time, school, and how it was closed. */
    record Head(String title, String forWhom, BookingStateView stands, String when, String school, String closing) {}

    /**
     * The booking's state.
     *
     * @param unfilled why it has no trainer; null unless its last round of offers failed
     * @param withdrawn set if it is open and its lesson is withdrawn
     */
    record BookingStateView(
            BookingState state,
            @Nullable NoTrainerView unfilled,
            @Nullable WithdrawnLesson withdrawn) {}

    /**
     * A lesson that is withdrawn where the school is.
     *
     * @param key the lesson's key
     * @param instead the lessons that can take its place
     */
    record WithdrawnLesson(String key, List<FormOption> instead) {}

    /**
     * Why a request has no trainer, for the school.
     *
     * @param advice a question that suggests what to change
     * @param change label of the link to the request form
     */
    record NoTrainerView(String why, String advice, String change) {}

    /** A fact about the booking with its label, such as “Trainer” and the trainer's name. */
    record Row(String name, String words) {}

    /** An offer in the order of trainers; {@code why} is "" for schools. */
    record OfferRow(String trainer, String place, String state, String why) {}

    /** An audit entry about the booking. */
    record TrailRow(String machineTime, String when, String who, String act, String detail) {}

    /**
     * The school's safeguarding leads.
     *
     * @param me the user's own value, if they are a lead; else null
     */
    record Leads(
            String title, List<FormOption> named, @Nullable String me) {
        public boolean isOneOnly() {
            return named.size() == 1;
        }
    }

    /**
     * What the user may do with the booking now, with the choices that the forms need.
     *
     * @param colleagues staff who can be put in charge
     * @param offered the offer to this trainer; null if there is none
     * @param pack whether the pack for the session can be printed
     */
    record BookingActions(
            List<Act> acts,
            Leads leads,
            List<FormOption> colleagues,
            @Nullable OpenOffer offered,
            StandIns standIns,
            @Nullable String session,
            boolean pack) {
        public boolean can(String act) {
            return acts.contains(Act.valueOf(act));
        }
    }

    /**
     * An open offer as the page shows it to the trainer who may answer it.
     *
     * @param by message of the trainer who asks for a stand-in or a swap; "" if the programme asks
     * @param until when the offer expires
     * @param dates dates to choose from
     */
    record OpenOffer(String by, String until, List<FormOption> dates) {}

    /** The trainers who can be asked to stand in, and their sessions that could be swapped for this one. */
    record StandIns(List<FormOption> trainers, List<FormOption> swaps) {}

    /** An act that the page offers the user, most with a form of their own. */
    enum Act {
        CHANGE,
        TELL_LEAD,
        /** Shows only a note, until the booking is accepted. */
        LEAD_LATER,
        NAME_LEAD,
        MOVE,
        CHOOSE_LESSON,
        HAND_OVER,
        CANCEL,
        DECLINE,
        OFFER_AGAIN,
        NOBODY_CAME,
        START,
        GIVE_BACK
    }
}
