/** Code that all pages share: layouts, error pages, security headers, load shedding and assets. */
@NullMarked
package uk.thinkuknow.web;

import org.jspecify.annotations.NullMarked;
