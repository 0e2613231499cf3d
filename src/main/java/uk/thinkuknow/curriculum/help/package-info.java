/** The help panel: people and services a child can contact, by age band and nation. */
@NullMarked
package uk.thinkuknow.curriculum.help;

import org.jspecify.annotations.NullMarked;
