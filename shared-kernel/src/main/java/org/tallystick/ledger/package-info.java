/**
 * The double-entry funding ledger: a pure function from money events to postings.
 *
 * <p>One rule per money event, all rules in {@link org.tallystick.ledger.PostingRules}; each posting names one account
 * to debit and one to credit, so every journal entry and every trial balance is balanced by construction.
 */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
