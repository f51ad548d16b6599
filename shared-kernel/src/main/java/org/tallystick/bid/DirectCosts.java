package org.tallystick.bid;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.DirectionalIsolate;
import org.tallystick.platform.Require;
import org.tallystick.platform.Split;

/**
 * What is spent on this project alone in a year, at today's prices. What is given in kind is shown and never claimed.
 *
 * @param staff people employed for it
 * @param spending delivery, participants, evaluation
 * @param equipment things that last for years
 */
public record DirectCosts(List<Staff> staff, List<Spending> spending, List<Equipment> equipment) {

    /** The most lines a year has, all three lists together. */
    public static final int MOST_LINES = 100;

    /** The most that one line may cost: £100 million. */
    public static final long MOST_LINE_PENCE = 10_000_000_000L;

    private static final long MOST_SALARY_PENCE = 100_000_000L;

    public DirectCosts {
        staff = Require.list(staff, "staff", 0, MOST_LINES);
        spending = Require.list(spending, "spending", 0, MOST_LINES);
        equipment = Require.list(equipment, "equipment", 0, MOST_LINES);
        Require.between(staff.size() + spending.size() + equipment.size(), 1, MOST_LINES, "lines");
    }

    /** All lines: staff, then spending, then equipment, each in its order. */
    public List<Line> lines() {
        return Stream.of(staff, spending, equipment).<Line>flatMap(List::stream).toList();
    }

    /** What the lines cost that are claimed, in pence. */
    public long claimedPence() {
        return lines().stream()
                .filter(line -> !line.inKind())
                .mapToLong(Line::pence)
                .sum();
    }

    /** The people employed for it, in hundredths of a full-time equivalent; those given in kind do not count. */
    public int fullTimeEquivalentHundredths() {
        return staff.stream()
                .filter(post -> !post.inKind())
                .mapToInt(post -> post.time().fullTimeEquivalentHundredths())
                .sum();
    }

    /** One cost of a year. */
    public sealed interface Line {

        /** What it is for. */
        CostKind kind();

        /** In the words of who asks. */
        String description();

        /** Whether it is given, not paid: shown, never claimed. */
        boolean inKind();

        /** What it costs in the year, in pence, at today's prices. */
        long pence();

        /** How that sum comes about. */
        String sentence();
    }

    /**
     * A post, or several alike.
     *
     * @param role such as "Support worker"
     * @param time how much of full time
     * @param salaryPence of one full-time post for a year, to £1 million
     * @param onCostsPence employer's National Insurance, pension and the like of one full-time post for a year
     * @param inKind lent by somebody else at no charge
     */
    public record Staff(String role, WorkingTime time, long salaryPence, long onCostsPence, boolean inKind)
            implements Line {

        public Staff {
            role = Require.line(role, "role", 200);
            Require.given(time, "time");
            atMost(Require.pence(salaryPence, "salaryPence"), MOST_SALARY_PENCE, "salaryPence");
            atMost(Require.penceOrZero(onCostsPence, "onCostsPence"), MOST_SALARY_PENCE, "onCostsPence");
            atMost(time.of(salaryPence + onCostsPence), MOST_LINE_PENCE, "salaryPence");
        }

        @Override
        public CostKind kind() {
            return CostKind.STAFF;
        }

        @Override
        public String description() {
            return role;
        }

        @Override
        public long pence() {
            return time.of(salaryPence + onCostsPence);
        }

        @Override
        public String sentence() {
            return DirectionalIsolate.of(role) + ": " + time.words() + ", at a full-time salary of "
                    + Pounds.of(salaryPence) + " with "
                    + Pounds.of(onCostsPence) + " for National Insurance, pension and the like, so "
                    + Pounds.of(pence()) + ".";
        }
    }

    /**
     * Money spent within the year.
     *
     * @param kind delivery, participants or evaluation
     * @param description what for
     * @param amountPence for the year
     * @param inKind given, such as a room for nothing; the amount is what it would cost
     */
    public record Spending(CostKind kind, String description, long amountPence, boolean inKind) implements Line {

        public Spending {
            Require.given(kind, "kind");
            if (kind == CostKind.STAFF) {
                throw Require.invalid("kind", "must not be staff: give the role, the time and the salary instead.");
            }
            if (kind == CostKind.EQUIPMENT) {
                throw Require.invalid(
                        "kind",
                        "must not be equipment, which is never claimed at its price: say how many years it lasts.");
            }
            description = Require.line(description, "description", 200);
            atMost(Require.pence(amountPence, "amountPence"), MOST_LINE_PENCE, "amountPence");
        }

        @Override
        public long pence() {
            return amountPence;
        }

        @Override
        public String sentence() {
            return DirectionalIsolate.of(description) + ": " + Pounds.of(amountPence) + ".";
        }
    }

    /**
     * Something that lasts for years: each year bears its part of the price.
     *
     * @param description what it is
     * @param pricePence what it was bought for
     * @param yearsOfLife how long it lasts, 2 to 50 years; what lasts no longer than one is spending
     * @param yearOfUse which of these years this is, counted from 1
     * @param inKind lent by somebody else at no charge
     */
    public record Equipment(String description, long pricePence, int yearsOfLife, int yearOfUse, boolean inKind)
            implements Line {

        public Equipment {
            description = Require.line(description, "description", 200);
            atMost(Require.pence(pricePence, "pricePence"), MOST_LINE_PENCE, "pricePence");
            if (yearsOfLife == 1) {
                throw Require.invalid(
                        "yearsOfLife",
                        "must be 2 or more: equipment is never claimed at its price, and what lasts a year is delivery.");
            }
            Require.between(yearsOfLife, 2, 50, "yearsOfLife");
            Require.between(yearOfUse, 1, yearsOfLife, "yearOfUse");
        }

        @Override
        public CostKind kind() {
            return CostKind.EQUIPMENT;
        }

        /** All years together are the price; the odd pennies fall on the first. */
        @Override
        public long pence() {
            return Split.byWeights(pricePence, Collections.nCopies(yearsOfLife, 1L))[yearOfUse - 1];
        }

        @Override
        public String sentence() {
            return DirectionalIsolate.of(description) + ": bought for " + Pounds.of(pricePence) + ", lasts "
                    + yearsOfLife + " years, so " + Pounds.of(pence()) + " in year " + yearOfUse + " of its life.";
        }
    }

    private static void atMost(long pence, long most, String field) {
        if (pence > most) {
            throw Require.invalid(field, "must be at most " + Pounds.of(most) + ".");
        }
    }
}
