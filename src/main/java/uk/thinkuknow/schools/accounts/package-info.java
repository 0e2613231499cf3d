/** Invitations and accounts: how people join, and how their accounts are made and erased. */
@NullMarked
package uk.thinkuknow.schools.accounts;

import org.jspecify.annotations.NullMarked;
