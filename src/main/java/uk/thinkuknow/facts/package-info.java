/** The law and the services that lessons, help pages and letters refer to: each stands once, in {@code lessons/facts.yaml}. */
@NullMarked
package uk.thinkuknow.facts;

import org.jspecify.annotations.NullMarked;
