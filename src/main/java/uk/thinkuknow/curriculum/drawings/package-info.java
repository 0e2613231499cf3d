/** Drawings and photos: what is let through, cleaned and made smaller. */
@NullMarked
package uk.thinkuknow.curriculum.drawings;

import org.jspecify.annotations.NullMarked;
