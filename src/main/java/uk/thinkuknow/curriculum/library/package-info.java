/** The published lessons: versions that never change, their translations, files and withdrawals. */
@NullMarked
package uk.thinkuknow.curriculum.library;

import org.jspecify.annotations.NullMarked;
