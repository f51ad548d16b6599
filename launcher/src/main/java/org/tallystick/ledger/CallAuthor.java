package org.tallystick.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.PlainBids;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.Timetable;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;

/** What happens to calls: written, approved, changed, taken back; what becomes of their bids is {@link BidAuthor}'s. */
final class CallAuthor {

    private static final int MOST_CALLS = 4;

    private final Author author;
    private final BidAuthor bids;

    CallAuthor(Author author) {
        this.author = author;
        this.bids = new BidAuthor(author);
    }

    @Nullable
    Step next() {
        List<ModelCall> live = author.model.calls.values().stream()
                .filter(call -> call.stage != ModelCall.Stage.OVER)
                .toList();
        if (live.size() < MOST_CALLS && author.oneIn(live.isEmpty() ? 1 : 12)) {
            List<ModelFund> funds = List.copyOf(author.model.funds.values());
            return funds.isEmpty()
                    ? null
                    : author.step(
                            writer(),
                            new GrantCallCommand.DraftCall(author.name("call"), Cast.COUNCIL, terms(some(funds))));
        }
        ModelCall call = author.anyOrNull(live);
        return call == null ? null : of(call);
    }

    /** Somebody applies, or goes on with it, while a call is open; nothing where none is. */
    @Nullable
    Step applying() {
        ModelCall call = author.anyOrNull(open());
        return call == null ? null : bids.next(call);
    }

    /** Whether some calls take bids and all have sent theirs. */
    boolean allHaveApplied() {
        return !open().isEmpty() && open().stream().allMatch(call -> call.sent().size() == Cast.APPLICANTS.size());
    }

    /** Those that take bids now. */
    List<ModelCall> open() {
        return author.model.calls.values().stream()
                .filter(call -> call.stage == ModelCall.Stage.APPROVED)
                .filter(call -> !author.now().isBefore(call.terms.timetable().opensAt())
                        && author.now().isBefore(call.terms.timetable().closesAt()))
                .toList();
    }

    private @Nullable Step of(ModelCall call) {
        if (author.oneIn(60)) {
            return author.step(Cast.GITA, new GrantCallCommand.WithdrawCall(call.id, "No more"));
        }
        Instant now = author.now();
        return switch (call.stage) {
            case DRAFTED ->
                // What should have opened by now is written anew, or nobody could ever apply.
                author.oneIn(now.isBefore(call.terms.timetable().opensAt()) ? 6 : 1)
                        ? author.step(
                                writer(),
                                new GrantCallCommand.RedraftCall(
                                        call.id, read(call), terms(some(List.copyOf(author.model.funds.values())))))
                        : author.step(
                                author.oneIn(5) ? Cast.GUS : Cast.GITA,
                                new GrantCallCommand.ApproveCall(call.id, read(call)));
            case APPROVED -> {
                if (now.isBefore(call.terms.timetable().closesAt())) {
                    yield author.oneIn(20) ? amend(call) : bids.next(call);
                }
                yield bids.outcome(call);
            }
            case DECIDED -> author.step(Cast.CARL, new GrantCallCommand.InformApplicants(call.id));
            case INFORMED -> bids.afterwards(call);
            case OVER -> null;
        };
    }

    private int read(ModelCall call) {
        return author.oneIn(15) ? call.version + 1 : call.version;
    }

    private Actor writer() {
        return author.any(List.of(Cast.CARL, Cast.CORA));
    }

    private Step amend(ModelCall call) {
        CallTerms old = call.terms;
        Timetable times = old.timetable();
        Duration longer = Duration.ofHours(author.random.nextInt(48));
        return author.step(
                writer(),
                new GrantCallCommand.AmendCall(
                        call.id,
                        read(call),
                        PlainBids.terms(
                                author.oneIn(10)
                                        ? envelope(some(List.copyOf(author.model.funds.values())))
                                        : old.envelope(),
                                old.ringFencePence(),
                                PlainBids.timetable(
                                        times.opensAt(), times.closesAt().plus(longer))),
                        "More time"));
    }

    /** One fund, or all of them. */
    private List<ModelFund> some(List<ModelFund> funds) {
        return author.oneIn(2) ? funds : List.of(author.any(funds));
    }

    private CallTerms terms(List<ModelFund> funds) {
        List<CallTerms.Envelope> envelope = envelope(funds);
        long total =
                envelope.stream().mapToLong(CallTerms.Envelope::amountPence).sum();
        Instant opens = author.now().plus(Duration.ofHours(1L + author.random.nextInt(12)));
        Instant closes = opens.plus(Duration.ofHours(24L + author.random.nextInt(100)));
        long ringFence = author.oneIn(2) ? 0 : author.random.nextLong(total + 1);
        return PlainBids.terms(envelope, ringFence, PlainBids.timetable(opens, closes));
    }

    private List<CallTerms.Envelope> envelope(List<ModelFund> funds) {
        List<CallTerms.Envelope> parts = new ArrayList<>();
        for (ModelFund fund : funds) {
            for (int year = 2026; year <= 2027; year++) {
                for (String restriction : FundAuthor.RESTRICTIONS) {
                    long there = Purse.total(Purse.fitting(fund.drawable(author.today()), year, restriction));
                    if (there > 0 && author.oneIn(2)) {
                        long pence = author.orderly
                                ? Math.max(1, there / 4)
                                : author.about(author.oneIn(3) ? there : there / 3);
                        parts.add(new CallTerms.Envelope(fund.id, new FinancialYear(year), restriction, pence));
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            parts.add(new CallTerms.Envelope(
                    author.any(funds).id, new FinancialYear(2026), "unrestricted", author.about(10_000_00)));
        }
        return parts;
    }

    /** The next moment at which a call opens or closes, for the clock to jump to. */
    Optional<Instant> moment() {
        return author.model.calls.values().stream()
                .filter(call -> call.stage == ModelCall.Stage.APPROVED)
                .map(call -> call.terms.timetable())
                .map(times -> author.now().isBefore(times.opensAt()) ? times.opensAt() : times.closesAt())
                .filter(moment -> moment.isAfter(author.now()))
                .sorted()
                .findFirst();
    }

    /** Whatever is not decided is withdrawn, whatever is decided ends. */
    List<Step> end() {
        List<Step> steps = new ArrayList<>();
        for (ModelCall call : author.model.calls.values()) {
            steps.add(author.step(Cast.GITA, new GrantCallCommand.WithdrawCall(call.id, "End")));
            steps.add(author.step(Cast.CARL, new GrantCallCommand.InformApplicants(call.id)));
            steps.add(author.step(Cast.GITA, new GrantCallCommand.ArchiveCall(call.id)));
        }
        return steps;
    }
}
