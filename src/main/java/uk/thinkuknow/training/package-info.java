/** Trainers: where they start from, whom they may teach and when, and who may deliver what on a day. */
@NullMarked
package uk.thinkuknow.training;

import org.jspecify.annotations.NullMarked;
