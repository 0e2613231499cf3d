/** Renders templates as PDF for printing. */
@NullMarked
package uk.thinkuknow.web.pdf;

import org.jspecify.annotations.NullMarked;
