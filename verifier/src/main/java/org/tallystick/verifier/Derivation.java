package org.tallystick.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks 5 to 7, which go through the events together and derive everything from them. */
final class Derivation {

    private final Pack pack;
    private final List<Event> closeEvents;
    private final List<ControlTest> controlTests;
    private @Nullable Wrong ledgerWrong;
    private @Nullable Wrong sealedWrong;
    private @Nullable Wrong controlWrong;
    private String ledgerCovered = "";
    private String sealedCovered = "";

    Derivation(Pack pack, List<Event> closeEvents) {
        this.pack = pack;
        this.closeEvents = closeEvents;
        this.controlTests = ControlTests.all();
    }

    /** Goes through the events. */
    void run(Segments segments) throws IOException {
        List<PeriodClose> closes = new ArrayList<>();
        sealedWrong = Verification.wrongIn(() -> closeEvents.forEach(event -> closes.add(PeriodClose.of(event))));
        try (LedgerCheck ledger = new LedgerCheck(pack);
                SealedCheck sealed = new SealedCheck(pack, closes)) {
            segments.each(type -> Postings.concerns(type) || ControlTests.concern(type), segment -> {
                segment.leaves().forEach(leaf -> controlTests.forEach(test -> test.see(leaf)));
                segment.events().forEach(event -> take(event, ledger, sealed));
            });
            if (ledgerWrong == null) {
                ledgerWrong = Verification.wrongIn(() -> ledgerCovered = ledger.finish());
            }
            if (sealedWrong == null) {
                sealedWrong = Verification.wrongIn(() -> sealedCovered = sealed.finish());
            }
        }
    }

    /** Says what came of it. */
    void conclude(Report report) {
        report.conclude(Verification.LEDGER, ledgerWrong, ledgerCovered);
        report.conclude(Verification.SEALED, sealedWrong, sealedCovered);
        long found = controlTests.stream().filter(test -> test.exceptions() > 0).count();
        String covered = "%d of %d have exceptions".formatted(found, controlTests.size());
        report.conclude(Verification.CONTROL_TESTS, controlWrong, covered);
        report.add(controlTests);
    }

    private void take(Event event, LedgerCheck ledger, SealedCheck sealed) {
        try {
            List<Posting> made = Postings.of(event);
            ledger.add(event, made);
            sealed.add(event, made.stream().filter(ledger::concerns).toList());
            if (controlWrong == null) {
                controlTests.forEach(test -> test.see(event, made));
            }
        } catch (Wrong e) {
            // An event that cannot be understood: what follows from it cannot be said.
            ledgerWrong = ledgerWrong == null ? e.at(event.position()) : ledgerWrong;
            controlWrong = controlWrong == null ? e.at(event.position()) : controlWrong;
        } catch (ArithmeticException _) {
            Wrong e = new Wrong(event.position(), "The sums up to here are larger than all the money there is.");
            ledgerWrong = ledgerWrong == null ? e : ledgerWrong;
            controlWrong = controlWrong == null ? e : controlWrong;
        } catch (IOException e) {
            throw Unusable.damaged(e);
        }
    }
}
