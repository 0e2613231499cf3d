/** Pages made for printing: the same kind of templates, as PDF. */
@NullMarked
package uk.thinkuknow.web.pdf;

import org.jspecify.annotations.NullMarked;
