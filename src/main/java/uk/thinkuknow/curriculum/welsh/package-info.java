/** Whether children may have Welsh, and the review of the Welsh texts of the pages. */
@NullMarked
package uk.thinkuknow.curriculum.welsh;

import org.jspecify.annotations.NullMarked;
