/** Pages made for printing: the same kind of templates, as PDF. */
@NullMarked
package uk.thinkuknow.paper;

import org.jspecify.annotations.NullMarked;
