/** Links in emails, whose code comes behind the # of their address and is then kept in a cookie. */
@NullMarked
package uk.thinkuknow.web.links;

import org.jspecify.annotations.NullMarked;
