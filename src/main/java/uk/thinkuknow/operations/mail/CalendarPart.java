package uk.thinkuknow.operations.mail;

/** A meeting in a letter: what the reader's calendar is to do with it (REQUEST or CANCEL), and the iCalendar text. */
public record CalendarPart(String method, String ics) {}
