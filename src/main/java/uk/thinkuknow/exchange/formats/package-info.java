/** Lessons from and to Moodle, GIFT, H5P, SCORM and CSV, and the choice of the format. */
@NullMarked
package uk.thinkuknow.exchange.formats;

import org.jspecify.annotations.NullMarked;
