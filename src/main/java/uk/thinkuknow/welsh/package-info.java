/** Whether children may have Welsh: drafts turned on or off, and the review of the Welsh words of the pages. */
@NullMarked
package uk.thinkuknow.welsh;

import org.jspecify.annotations.NullMarked;
