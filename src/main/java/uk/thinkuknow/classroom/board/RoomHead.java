package uk.thinkuknow.classroom.board;

/** What the bar of a live room says; minutes is for how long it has run. */
record RoomHead(String id, String classes, String lesson, String band, long minutes, boolean devices) {}
