/** Published modules: immutable versions, their translations, files, reviews and withdrawals. */
@NullMarked
package uk.thinkuknow.curriculum.library;

import org.jspecify.annotations.NullMarked;
