/** The worry box: children's messages to their school's safeguarding lead, and who has read them. */
@NullMarked
package uk.thinkuknow.classroom.worry;

import org.jspecify.annotations.NullMarked;
