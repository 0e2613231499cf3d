/** A lesson while it crosses between formats: questions, rich text and what was lost. */
@NullMarked
package uk.thinkuknow.exchange.content;

import org.jspecify.annotations.NullMarked;
