/** What every page shares: layouts, error pages, headers, assets. */
@NullMarked
package uk.thinkuknow.web;

import org.jspecify.annotations.NullMarked;
