/** The worry box: what a child asks a grown-up at school to read, and who has read it. */
@NullMarked
package uk.thinkuknow.classroom.worry;

import org.jspecify.annotations.NullMarked;
