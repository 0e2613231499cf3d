/** Registers: who attended a session, marked card by card, as heads or as visitors. */
@NullMarked
package uk.thinkuknow.attendance.register;

import org.jspecify.annotations.NullMarked;
