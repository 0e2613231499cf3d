/** A lesson during import or export: its questions, its rich text, and a report of the parts that were dropped. */
@NullMarked
package uk.thinkuknow.exchange.content;

import org.jspecify.annotations.NullMarked;
