/** Detects the format of an imported file, reads Moodle XML, GIFT, H5P and our own zips, and writes SCORM and CSV. */
@NullMarked
package uk.thinkuknow.exchange.formats;

import org.jspecify.annotations.NullMarked;
