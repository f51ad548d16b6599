package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallystick.award.Gap;
import org.tallystick.ledger.Purse.Source;

/** An award of the model: its instalments, and what its organisation has been paid. */
final class ModelAward {

    enum Stage {
        COMMITTED,
        OFFERED,
        ENDED,
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    enum Paying {
        SCHEDULED,
        PAYABLE,
        INSTRUCTED,
        FAILED,
        PAID,
        LAPSED
    }

    /** One instalment. */
    static final class Pay {
        Map<Source, Long> money;
        Paying stage = Paying.SCHEDULED;
        final Set<String> approvers = new HashSet<>();
        int attempts;
        long claimedPence;
        boolean claimed;
        boolean claimAccepted;

        Pay(Map<Source, Long> money) {
            this.money = money;
        }

        long pence() {
            return Purse.total(money);
        }
    }

    final String id;
    final String fundId;
    final String recipient;
    final List<Pay> pays;
    /** By the organisation that carries them. */
    final Map<String, List<Gap>> gaps;
    /** What it pays of costs that its organisation's projects share. */
    List<SharedCosts.Paid> shared = List.of();

    final Purse paid = new Purse();
    final Set<Integer> inArrears = new HashSet<>();
    Stage stage = Stage.COMMITTED;
    int offers;
    LocalDate expiresOn = LocalDate.MAX;

    ModelAward(String id, String fundId, String recipient, List<Pay> pays, Map<String, List<Gap>> gaps) {
        this.id = id;
        this.fundId = fundId;
        this.recipient = recipient;
        this.pays = pays;
        this.gaps = gaps;
    }

    Pay pay(int number) {
        Impossible.unless(number >= 1 && number <= pays.size(), "no instalment " + number + " in " + id);
        return pays.get(number - 1);
    }

    void require(Stage... stages) {
        Impossible.unless(List.of(stages).contains(stage), id + " is " + stage);
    }

    Map<Source, Long> all() {
        Map<Source, Long> all = new LinkedHashMap<>();
        for (Pay pay : pays) {
            all = Purse.plus(all, pay.money);
        }
        return all;
    }

    boolean settled() {
        return pays.stream().allMatch(pay -> pay.stage == Paying.PAID || pay.stage == Paying.LAPSED);
    }

    boolean live() {
        return stage == Stage.ACTIVE || stage == Stage.SUSPENDED;
    }
}
