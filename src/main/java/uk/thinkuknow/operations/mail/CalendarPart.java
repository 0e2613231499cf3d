package uk.thinkuknow.operations.mail;

/** A meeting attached to an email: the iTIP method (REQUEST or CANCEL) and the iCalendar text. */
public record CalendarPart(String method, String ics) {}
