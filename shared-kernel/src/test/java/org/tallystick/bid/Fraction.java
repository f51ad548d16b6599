package org.tallystick.bid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A number of zero or more as two whole ones: slow, and exact. */
record Fraction(BigInteger over, BigInteger under) {

    static final Fraction NONE = of(0);

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(long over, long under) {
        return of(over).dividedBy(of(under));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under))
                .shortened();
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under)).shortened();
    }

    Fraction dividedBy(Fraction other) {
        return times(other.upsideDown());
    }

    private Fraction upsideDown() {
        BigInteger top = under;
        return new Fraction(top, over);
    }

    boolean isMoreThan(Fraction other) {
        return minus(other).over.signum() > 0;
    }

    long roundedDown() {
        return over.divide(under).longValueExact();
    }

    /** To the nearest whole number, a half up. */
    long rounded() {
        return plus(of(1, 2)).roundedDown();
    }

    /** Whole parts of a whole total: each rounded down, then one by one the largest remainder, the first of equals. */
    static List<Long> whole(long total, List<Fraction> exact) {
        List<Long> parts =
                new ArrayList<>(exact.stream().map(Fraction::roundedDown).toList());
        List<Fraction> remainders = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            remainders.add(exact.get(i).minus(of(parts.get(i))));
        }
        while (parts.stream().mapToLong(Long::longValue).sum() < total) {
            int best = 0;
            for (int i = 1; i < parts.size(); i++) {
                if (remainders.get(i).isMoreThan(remainders.get(best))) {
                    best = i;
                }
            }
            parts.set(best, parts.get(best) + 1);
            remainders.set(best, NONE);
        }
        return parts;
    }

    private Fraction shortened() {
        BigInteger common = over.gcd(under);
        return common.signum() == 0 ? this : new Fraction(over.divide(common), under.divide(common));
    }
}
