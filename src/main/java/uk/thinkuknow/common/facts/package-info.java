/** The laws and services that lessons, help pages and email refer to, kept once in {@code lessons/facts.yaml}. */
@NullMarked
package uk.thinkuknow.common.facts;

import org.jspecify.annotations.NullMarked;
