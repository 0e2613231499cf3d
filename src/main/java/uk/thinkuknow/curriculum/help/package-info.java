/** The people and services a child can turn to, by band and nation. */
@NullMarked
package uk.thinkuknow.curriculum.help;

import org.jspecify.annotations.NullMarked;
