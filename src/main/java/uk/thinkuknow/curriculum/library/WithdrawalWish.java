package uk.thinkuknow.curriculum.library;

/**
 * How somebody wants a lesson withdrawn.
 *
 * @param why what everyone who taught it will read
 * @param everywhere for the whole programme, not only in the area that they look after
 * @param safeguarding whether it is about the safety of children, so that a reviewer decides
 */
public record WithdrawalWish(String why, boolean everywhere, boolean safeguarding) {}
