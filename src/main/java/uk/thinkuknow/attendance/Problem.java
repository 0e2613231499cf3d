package uk.thinkuknow.attendance;

/** What stands between a register and its signature: the field to go to, and what is wrong in words. */
record Problem(String field, String text) {}
