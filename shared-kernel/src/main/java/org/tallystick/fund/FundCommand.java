package org.tallystick.fund;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Command;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Effective;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Reasoned;
import org.tallystick.platform.Require;

/** What can be asked of a fund. */
public sealed interface FundCommand extends Command {

    /** The fund's id. */
    String fundId();

    @Override
    default String target() {
        return fundId();
    }

    /** A governor opens a devolved budget. */
    record OpenFund(
            String fundId,
            String name,
            String holder,
            String purpose,
            Currency currency,
            DrawOrder drawOrder,
            CommitAgainst commitAgainst,
            @Nullable LocalDate effectiveOn)
            implements FundCommand, Effective {
        public OpenFund {
            Require.id(fundId, "fundId");
            name = Require.line(name, "name", 200);
            Require.id(holder, "holder");
            purpose = Require.text(purpose, "purpose", 2000);
            Require.given(currency, "currency");
            Require.given(drawOrder, "drawOrder");
            Require.given(commitAgainst, "commitAgainst");
            Require.optionalDate(effectiveOn, "effectiveOn");
        }
    }

    /**
     * A contributor promises money for a year.
     *
     * @param again whether it is another pledge like one that is recorded already; without, such a one is refused
     */
    record PledgeContribution(
            String fundId,
            String contributor,
            FinancialYear financialYear,
            String restriction,
            long amountPence,
            @Nullable Boolean again,
            @Nullable LocalDate effectiveOn)
            implements FundCommand, Effective {
        public PledgeContribution {
            Require.id(fundId, "fundId");
            restriction = Slice.restriction(restriction);
            new Slice(contributor, financialYear, restriction, amountPence);
            Require.optionalDate(effectiveOn, "effectiveOn");
        }
    }

    /** A contributor takes a pledge back, or makes it smaller; only what has not arrived and is promised to nobody. */
    record WithdrawPledge(
            String fundId,
            String contributor,
            FinancialYear financialYear,
            String restriction,
            long amountPence,
            String reason,
            @Nullable LocalDate effectiveOn)
            implements FundCommand, Effective, Reasoned {
        public WithdrawPledge {
            Require.id(fundId, "fundId");
            restriction = Slice.restriction(restriction);
            new Slice(contributor, financialYear, restriction, amountPence);
            Require.optionalDate(effectiveOn, "effectiveOn");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /**
     * Money of a contributor has arrived.
     *
     * @param again whether it is another receipt like one that is recorded already; without, such a one is refused
     */
    record ReceiveContribution(
            String fundId,
            String contributor,
            FinancialYear financialYear,
            String restriction,
            long amountPence,
            String reference,
            @Nullable Boolean again,
            @Nullable LocalDate effectiveOn)
            implements FundCommand, Effective {
        public ReceiveContribution {
            Require.id(fundId, "fundId");
            restriction = Slice.restriction(restriction);
            new Slice(contributor, financialYear, restriction, amountPence);
            Require.optionalDate(effectiveOn, "effectiveOn");
            reference = Require.line(reference, "reference", 100);
        }
    }

    /** Gives free money back to its contributor. */
    record ReturnContribution(
            String fundId,
            String contributor,
            FinancialYear financialYear,
            String restriction,
            long amountPence,
            String reason,
            @Nullable LocalDate effectiveOn)
            implements FundCommand, Effective, Reasoned {
        public ReturnContribution {
            Require.id(fundId, "fundId");
            restriction = Slice.restriction(restriction);
            new Slice(contributor, financialYear, restriction, amountPence);
            Require.optionalDate(effectiveOn, "effectiveOn");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Makes money that awards did not spend free again, so that it can be awarded to somebody else. */
    record FreeUnspentMoney(
            String fundId,
            Unspent unspent,
            String contributor,
            FinancialYear financialYear,
            String restriction,
            long amountPence,
            String reason,
            @Nullable LocalDate effectiveOn)
            implements FundCommand, Effective, Reasoned {
        public FreeUnspentMoney {
            Require.id(fundId, "fundId");
            Require.given(unspent, "unspent");
            restriction = Slice.restriction(restriction);
            new Slice(contributor, financialYear, restriction, amountPence);
            Require.optionalDate(effectiveOn, "effectiveOn");
            reason = Require.text(reason, "reason", 1000);
        }

        /** Whose money, and how much of it. */
        public Slice slice() {
            return new Slice(contributor, financialYear, restriction, amountPence);
        }
    }

    /** Gives money that awards did not spend back to who gave it; only what has really arrived from them. */
    record ReturnUnspentMoney(
            String fundId,
            Unspent unspent,
            String contributor,
            FinancialYear financialYear,
            String restriction,
            long amountPence,
            String reason,
            @Nullable LocalDate effectiveOn)
            implements FundCommand, Effective, Reasoned {
        public ReturnUnspentMoney {
            Require.id(fundId, "fundId");
            Require.given(unspent, "unspent");
            restriction = Slice.restriction(restriction);
            new Slice(contributor, financialYear, restriction, amountPence);
            Require.optionalDate(effectiveOn, "effectiveOn");
            reason = Require.text(reason, "reason", 1000);
        }

        /** Whose money, and how much of it. */
        public Slice slice() {
            return new Slice(contributor, financialYear, restriction, amountPence);
        }
    }

    /** No new money is set aside or committed until the fund is unfrozen. */
    record FreezeFund(String fundId, String reason) implements FundCommand, Reasoned {
        public FreezeFund {
            Require.id(fundId, "fundId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Ends a freeze. */
    record UnfreezeFund(String fundId, String reason) implements FundCommand, Reasoned {
        public UnfreezeFund {
            Require.id(fundId, "fundId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Ends a fund in which no money is left free or set aside. */
    record CloseFund(String fundId, String reason) implements FundCommand, Reasoned {
        public CloseFund {
            Require.id(fundId, "fundId");
            reason = Require.text(reason, "reason", 1000);
        }
    }
}
