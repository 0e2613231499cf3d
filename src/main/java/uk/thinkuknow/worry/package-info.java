/** The worry box: what a child asks a grown-up at school to read, and who has read it. Nobody else ever does. */
@NullMarked
package uk.thinkuknow.worry;

import org.jspecify.annotations.NullMarked;
