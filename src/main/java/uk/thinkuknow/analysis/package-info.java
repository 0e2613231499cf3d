/** How the questions of a lesson are answered everywhere, for the people who write and mend them: shares, never a class or a card. */
@NullMarked
package uk.thinkuknow.analysis;

import org.jspecify.annotations.NullMarked;
