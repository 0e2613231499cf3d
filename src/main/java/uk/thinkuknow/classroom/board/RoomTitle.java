package uk.thinkuknow.classroom.board;

/**
 * The title bar of a live room.
 *
 * @param minutes how long the session has run
 */
record RoomTitle(String id, String classes, String lesson, String band, long minutes, boolean devices) {}
