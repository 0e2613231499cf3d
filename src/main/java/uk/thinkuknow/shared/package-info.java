/** What every feature speaks of: time, chance, public ids, bands, years and terms, refusals. No services. */
@NullMarked
package uk.thinkuknow.shared;

import org.jspecify.annotations.NullMarked;
