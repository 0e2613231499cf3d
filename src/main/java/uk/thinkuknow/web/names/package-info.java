/** Asks before a form is kept that seems to name a person. */
// web: components of pages
@NullMarked
package uk.thinkuknow.web.names;

import org.jspecify.annotations.NullMarked;
