/** Whom a child can turn to, by band and nation. */
@NullMarked
package uk.thinkuknow.help;

import org.jspecify.annotations.NullMarked;
