/** Targets by period, area and slice: proposing, approving and comparing them. */
@NullMarked
package uk.thinkuknow.reach.targets;

import org.jspecify.annotations.NullMarked;
