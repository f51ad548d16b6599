package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;

/**
 * A partner as the lead sees it.
 *
 * @param facts what it does, what it sees, and what its part comes to
 * @param missing what is still missing of its part
 */
record PartnerLine(PartnerView partner, StateTag state, List<Row> facts, List<String> missing) {

    private static final StateTag AGREED = StateTag.of("Agreed", Tone.GOOD);
    private static final StateTag ASKED = StateTag.of("Has not agreed yet", Tone.WAITING);

    /** All partners of a bid. */
    static List<PartnerLine> of(BidView bid, Words words) {
        return bid.partners().stream()
                .map(partner -> new PartnerLine(
                        partner,
                        partner.state() == PartnerState.AGREED ? AGREED : ASKED,
                        facts(partner, words),
                        bid.tasks().stream()
                                .filter(task -> task.part() == BidPart.PARTNER
                                        && partner.organisationId().equals(task.question()))
                                .flatMap(task -> task.missing().stream())
                                .toList()))
                .toList();
    }

    /** Whether it has saved a budget that can be worked out. */
    public boolean costed() {
        return partner.budget().fullCost() != null;
    }

    /** What one has before one's eyes when deciding about a part. */
    static List<Row> costs(PartnerView partner) {
        FullCost cost = partner.budget().fullCost();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Partner", partner.name()));
        rows.add(Row.of("What it will do", partner.work()));
        if (cost != null) {
            Recovery recovery = cost.recovery();
            rows.add(Row.of("What its part costs", MoneyText.say(recovery.fullCostPence())));
            rows.add(Row.of("It asks for", MoneyText.say(recovery.askedPence())));
            rows.add(Row.of("Nobody pays for", MoneyText.say(recovery.gapPence())));
        }
        return rows;
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<Row> facts(PartnerView partner, Words words) {
        FullCost cost = partner.budget().fullCost();
        return List.of(
                Row.of("What it will do", partner.work()),
                Row.of("Its people see", capital(partner.sight().words())),
                Row.of(
                        "What its part costs",
                        cost == null
                                ? "Not said yet"
                                : MoneyText.say(cost.recovery().fullCostPence()) + ", of which it asks for "
                                        + MoneyText.say(cost.recovery().askedPence())),
                Row.of("Agreed", partner.agreedAt() == null ? "Not yet" : words.dateTime(partner.agreedAt())));
    }
}
