/** Targets by term and area: proposing, approving and comparing them. */
@NullMarked
package uk.thinkuknow.reach.targets;

import org.jspecify.annotations.NullMarked;
