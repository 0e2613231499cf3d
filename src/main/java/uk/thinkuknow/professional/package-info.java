/** Training of the professionals who protect children: events, places, attendance, certificates, and how many were trained. */
@NullMarked
package uk.thinkuknow.professional;

import org.jspecify.annotations.NullMarked;
