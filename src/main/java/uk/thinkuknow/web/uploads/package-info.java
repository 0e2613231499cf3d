/** Scans uploaded files for malware before any page sees them. */
@NullMarked
package uk.thinkuknow.web.uploads;

import org.jspecify.annotations.NullMarked;
