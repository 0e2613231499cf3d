/** Which schools and children the programme has not come to yet, which are due again, and where it would be best to go next. */
@NullMarked
package uk.thinkuknow.coverage;

import org.jspecify.annotations.NullMarked;
