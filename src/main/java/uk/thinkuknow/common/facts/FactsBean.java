package uk.thinkuknow.common.facts;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Provides the facts that come with the product as a bean, so that a test can replace them by confirmed ones. */
class FactsBean {
    @Produces
    @Singleton
    Facts facts() {
        return Facts.packaged();
    }
}
