/** The reach report: its pages, tables, chart and API. */
@NullMarked
package uk.thinkuknow.reach.report;

import org.jspecify.annotations.NullMarked;
