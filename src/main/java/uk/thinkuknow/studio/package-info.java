/** The authors' studio: drafts of lessons, how they are edited, checked, reviewed and published. */
@NullMarked
package uk.thinkuknow.studio;

import org.jspecify.annotations.NullMarked;
