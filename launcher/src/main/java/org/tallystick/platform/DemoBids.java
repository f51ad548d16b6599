package org.tallystick.platform;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallystick.bid.BidCommand.AgreeAsPartner;
import org.tallystick.bid.BidCommand.AnswerBidQuestion;
import org.tallystick.bid.BidCommand.AnswerEligibility;
import org.tallystick.bid.BidCommand.CertifyBid;
import org.tallystick.bid.BidCommand.DescribeProject;
import org.tallystick.bid.BidCommand.InvitePartner;
import org.tallystick.bid.BidCommand.LapseBid;
import org.tallystick.bid.BidCommand.ReopenBid;
import org.tallystick.bid.BidCommand.ReportHours;
import org.tallystick.bid.BidCommand.SaveBudget;
import org.tallystick.bid.BidCommand.StartBid;
import org.tallystick.bid.BidCommand.SubmitBid;
import org.tallystick.bid.BidCommand.WithdrawBid;
import org.tallystick.bid.Budget;
import org.tallystick.bid.Certification;
import org.tallystick.bid.EligibilityAnswer;
import org.tallystick.bid.PartnerSight;
import org.tallystick.call.CallTerms;

/** The bids of the demo: begun, half written, ready, sent, sent in the last minute, taken back, and too late. */
final class DemoBids {

    private static final int NO_CAP = 1000;
    private static final int WORDS_OF_A_CALL = 3;
    private static final int SHARE_OF_RUNNING_COST = 4;
    private static final int OF_A_PARTNER = 3;
    private static final int PART_OF_PARTNER_PERCENT = 15;

    /** The call of which enough applicants say how long it took. */
    private static final String MOST_SAID = "first-nights-2025";

    private static final Entry NETWORK = new Entry(
            "GB-CHC-9100090",
            "",
            "Two volunteers from the network find out with each woman what else there is near her home, and go with her once.",
            "",
            "");

    private final DemoStage stage;
    private final DemoRegistry registry;
    private final List<Entry> entries = List.of(DemoStage.read("bids.json", Entry[].class));

    DemoBids(DemoStage stage, DemoRegistry registry) {
        this.stage = stage;
        this.registry = registry;
    }

    /** A line of bids.json: what an organisation would do with the money, who decides about it, and how it knows. */
    record Entry(String applicant, String title, String what, String people, String proof) {}

    /** A bid that was sent. */
    record Sent(String bidId, String applicant, List<Budget> budgets) {}

    /** How far a bid comes. */
    private enum Course {
        BEGUN,
        HALF,
        READY,
        SENT,
        REOPENED,
        WITHDRAWN
    }

    /**
     * The bids for a call.
     *
     * @param first where in the list of organisations to begin, so that each call has others first
     * @return those that were sent and not taken back
     */
    List<Sent> tell(String callId, CallTerms terms, int first, int count) {
        List<Sent> sent = new ArrayList<>();
        List<Entry> asked = forWhom(terms);
        boolean over = stage.hasCome(terms.timetable().closesAt());
        for (int i = 0; i < count; i++) {
            Entry entry = asked.get((first + i) % asked.size());
            Optional<Entry> partner = partner(i, over, asked.get((first + count + i) % asked.size()));
            Writing bid = new Writing("%s-%02d".formatted(callId, i + 1), callId, entry, partner, terms, i);
            Course course = over ? closed(i) : open(i);
            bid.write(course);
            if (over && course != Course.SENT && course != Course.WITHDRAWN) {
                stage.at(terms.timetable().closesAt().plusMillis(i)).send(new LapseBid(bid.id()), Actor.OPERATOR);
            }
            if (course == Course.SENT) {
                sent.add(new Sent(bid.id(), entry.applicant(), bid.budgets()));
            }
        }
        return sent;
    }

    /** Where all of the money is ring-fenced, those who are led by the people they are for; else all. */
    private List<Entry> forWhom(CallTerms terms) {
        return terms.ringFencePence() < terms.envelopePence()
                ? entries
                : entries.stream()
                        .filter(entry ->
                                !registry.entry(entry.applicant()).standing().isEmpty())
                        .toList();
    }

    /** The first two bids are made jointly; with the network only while the call is open, since it assesses later. */
    private static Optional<Entry> partner(int i, boolean over, Entry other) {
        return i > 1 ? Optional.empty() : Optional.of(i == 0 && !over ? NETWORK : other);
    }

    private static Course closed(int i) {
        return switch (i) {
            case 5 -> Course.HALF;
            case 11 -> Course.WITHDRAWN;
            case 17 -> Course.READY;
            default -> Course.SENT;
        };
    }

    private static Course open(int i) {
        return switch (i % 6) {
            case 0 -> Course.HALF;
            case 1, 4 -> Course.SENT;
            case 2 -> Course.BEGUN;
            case 3 -> Course.READY;
            default -> i == 5 ? Course.WITHDRAWN : Course.REOPENED;
        };
    }

    /** One bid being written, day by day. */
    private final class Writing {

        private final String id;
        private final String callId;
        private final Entry entry;
        private final Optional<Entry> partner;
        private final CallTerms terms;
        private final int number;
        private final Actor lead;
        private LocalDate day;

        Writing(String id, String callId, Entry entry, Optional<Entry> partner, CallTerms terms, int number) {
            this.id = id;
            this.callId = callId;
            this.entry = entry;
            this.partner = partner;
            this.terms = terms;
            this.number = number;
            this.lead = stage.actor(Role.APPLICANT_LEAD, entry.applicant());
            LocalDate opens = UkTime.dayOf(terms.timetable().opensAt());
            long days = ChronoUnit.DAYS.between(
                    opens, UkTime.dayOf(terms.timetable().closesAt()));
            this.day = opens.plusDays(1 + number * 5L % Math.max(1, days - 12));
        }

        String id() {
            return id;
        }

        void write(Course course) {
            next(0, new StartBid(id, callId, entry.applicant()));
            if (course == Course.BEGUN) {
                return;
            }
            next(0, new AnswerEligibility(id, 0, eligibility()));
            next(1, new DescribeProject(id, 0, entry.title(), entry.what(), place(), startsOn()));
            List<String> answers = List.of(entry.what(), entry.people(), entry.proof());
            int written = course == Course.HALF
                    ? 1
                    : Math.min(WORDS_OF_A_CALL, terms.questions().size());
            for (int i = 0; i < written; i++) {
                next(1, new AnswerBidQuestion(id, terms.questions().get(i).text(), 0, answers.get(i)));
            }
            next(1, new SaveBudget(id, 0, budget()));
            partner.ifPresent(one -> next(
                    0,
                    new InvitePartner(
                            id, one.applicant(), one.what(), number == 0 ? PartnerSight.OWN_PART : PartnerSight.READ)));
            if (course != Course.HALF) {
                partner.ifPresent(this::agreed);
                finish(course, written);
            }
        }

        /** The partner costs its part and agrees to it. */
        private void agreed(Entry one) {
            Actor own = stage.actor(Role.APPLICANT_LEAD, one.applicant());
            day = day.plusDays(1);
            stage.on(day).send(new SaveBudget(id, 0, partnerBudget(one)), own);
            stage.on(day).send(new AgreeAsPartner(id, one.applicant(), 1, 1, Certification.OF_PARTNER), own);
        }

        private void finish(Course course, int answers) {
            int saved = answers + WORDS_OF_A_CALL + (partner.isPresent() ? OF_A_PARTNER : 0);
            next(2, new CertifyBid(id, saved, Certification.STATEMENT));
            if (course == Course.READY) {
                return;
            }
            if (number % 9 == 8 && stage.hasCome(terms.timetable().closesAt())) {
                // In the last minute, as ever.
                stage.at(terms.timetable().closesAt().minusSeconds(50 - number)).send(new SubmitBid(id), lead);
            } else {
                next(0, new SubmitBid(id));
            }
            if (number % 9 != 8 && saysHowLong()) {
                next(1, new ReportHours(id, 6 + number * 7 % 23));
            }
            if (course == Course.REOPENED) {
                next(1, new ReopenBid(id));
            } else if (course == Course.WITHDRAWN) {
                next(1, new WithdrawBid(id, "The worker we had in mind has found other work."));
            }
        }

        /** Half of those who bid for one call, and too few of the others for their figure to be shown. */
        private boolean saysHowLong() {
            return callId.equals(MOST_SAID) ? number % 2 == 0 : number % 7 == 4;
        }

        private void next(int later, Command command) {
            day = day.plusDays(later);
            stage.on(day).send(command, lead);
        }

        /** Of the lead first. */
        List<Budget> budgets() {
            return Stream.concat(Stream.of(budget()), partner.stream().map(this::partnerBudget))
                    .toList();
        }

        private Budget budget() {
            return budget(entry, target() - (partner.isPresent() ? partnerTarget() : 0));
        }

        private Budget partnerBudget(Entry one) {
            return budget(one, partnerTarget());
        }

        private long partnerTarget() {
            return target() * PART_OF_PARTNER_PERCENT / 100;
        }

        /** What the bid asks for, over all years and organisations. */
        private long target() {
            long most = Math.min(
                    terms.largestPence(),
                    registry.entry(entry.applicant()).runningCostPounds()
                            * 100
                            / SHARE_OF_RUNNING_COST
                            * years().size());
            return Math.max(terms.smallestPence() * 5 / 4, most - most / 10 * (number * 7 % 5));
        }

        private List<FinancialYear> years() {
            return terms.envelope().stream()
                    .map(CallTerms.Envelope::financialYear)
                    .distinct()
                    .toList();
        }

        private Budget budget(Entry of, long targetPence) {
            DemoRegistry.Entry organisation = registry.entry(of.applicant());
            return DemoBudgets.of(
                    of.applicant(),
                    registry.profileOn(
                            organisation, UkTime.dayOf(terms.timetable().opensAt())),
                    years(),
                    targetPence,
                    terms.overheadCap() == null ? NO_CAP : terms.overheadCap().percent(),
                    number);
        }

        private List<EligibilityAnswer> eligibility() {
            return terms.eligibility().stream()
                    .map(question -> new EligibilityAnswer(question.text(), question.needed()))
                    .toList();
        }

        private String place() {
            return registry.entry(entry.applicant()).place();
        }

        private LocalDate startsOn() {
            return terms.timetable().startsFrom();
        }
    }
}
