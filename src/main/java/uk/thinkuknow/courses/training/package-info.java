/** Training of professionals: events, places, attendance, certificates and badges. */
@NullMarked
package uk.thinkuknow.courses.training;

import org.jspecify.annotations.NullMarked;
