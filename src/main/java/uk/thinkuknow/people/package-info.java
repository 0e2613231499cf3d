/** Who is signed in, what they may do, which school or region they belong to, and the audit of what they did. */
@NullMarked
package uk.thinkuknow.people;

import org.jspecify.annotations.NullMarked;
