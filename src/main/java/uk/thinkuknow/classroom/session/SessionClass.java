package uk.thinkuknow.classroom.session;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/** A class in a session, with the cards the session is for and the cards in force that day, both fixed at Start. */
public record SessionClass(
        long classId,
        PublicId classPublicId,
        String className,
        @Nullable Long cardGroupId,
        CardSet forCards,
        CardSet inForce) {}
