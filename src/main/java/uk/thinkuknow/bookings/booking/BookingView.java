package uk.thinkuknow.bookings.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its page shows it.
 *
 * @param may what whoever looks may do with it now
 */
record BookingView(
        String id, int version, Head head, List<Row> facts, List<OfferRow> offers, List<TrailRow> trail, May may) {
    /** Whether it is said why the trainers stand in this order: the programme reads that, the school does not. */
    public boolean isOrderExplained() {
        return offers.stream().anyMatch(offer -> !offer.why().isBlank());
    }

    record Head(String title, String forWhom, Stands stands, String when, String school, String closing) {}

    /**
     * Where it stands.
     *
     * @param unfilled why it has no trainer, where none is asked for it any more
     */
    record Stands(BookingState state, @Nullable Unfilled unfilled) {}

    /**
     * A request without a trainer, for the school.
     *
     * @param advice what helps, as a question
     * @param change what the way to the form of the request is called
     */
    record Unfilled(String why, String advice, String change) {}

    record Row(String name, String words) {}

    record OfferRow(String trainer, String place, String state, String why) {}

    record TrailRow(String machineTime, String when, String who, String act, String detail) {}

    /** Somebody who can be chosen. */
    record Choice(String value, String words) {}

    /**
     * Those who lead the school's safeguarding.
     *
     * @param me the value of whoever looks, if she is one of them
     */
    record Leads(String title, List<Choice> named, @Nullable String me) {}

    /**
     * What can be done now.
     *
     * @param colleagues to whom the day can be handed
     * @param offered what she is asked; null where nothing is offered to her
     * @param pack is there something to print for the day?
     */
    record May(
            List<Act> acts,
            Leads leads,
            List<Choice> colleagues,
            @Nullable Offered offered,
            StandIns standIns,
            @Nullable String session,
            boolean pack) {
        public boolean can(String act) {
            return acts.contains(Act.valueOf(act));
        }
    }

    /**
     * What a trainer is asked.
     *
     * @param by the words of the colleague who asks her to come instead or to swap; "" where the programme asks
     * @param until when she has to answer
     * @param dates from which she chooses
     */
    record Offered(String by, String until, List<Choice> dates) {}

    /** Whom a trainer can ask to come instead, and which of their sessions could be swapped for this one. */
    record StandIns(List<Choice> trainers, List<Choice> swaps) {}

    /** An act with a form of its own. */
    enum Act {
        CHANGE,
        TELL_LEAD,
        /** Nothing to do yet: the lead is to be told once it is accepted. */
        LEAD_LATER,
        NAME_LEAD,
        MOVE,
        HAND_OVER,
        CANCEL,
        DECLINE,
        OFFER_AGAIN,
        NOBODY_CAME,
        START,
        GIVE_BACK
    }
}
