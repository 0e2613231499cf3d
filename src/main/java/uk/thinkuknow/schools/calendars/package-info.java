/** School days and rolls: a school's own days, its authority's holidays, and how many pupils it has, with dates. */
@NullMarked
package uk.thinkuknow.schools.calendars;

import org.jspecify.annotations.NullMarked;
