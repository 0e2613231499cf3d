package uk.thinkuknow.facts;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the facts that come with the product to whatever asks whether they are confirmed. */
class PackagedFacts {
    @Produces
    @Singleton
    Facts facts() {
        return Facts.packaged();
    }
}
