package org.tallystick.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The control tests there are, each with its rule in plain words and where the rule comes from. */
public enum ControlTest {
    COMPLETENESS(
            "Everything is there",
            "The events of the log are numbered without a gap. Each event that moves money has its entries in the"
                    + " ledger, for the same sum, and no entry stands there without its event. What the register of"
                    + " awards says was awarded and paid is what the ledger says; published figures are read from that"
                    + " register.",
            "Practice of auditors: completeness. The ledger is made from the events and from nothing else.",
            "events",
            true),
    OCCURRENCE(
            "Paid to whom it may be paid",
            "On the day a payment was made, the agreement had been signed and the organisation was registered.",
            "Practice of auditors: occurrence. Awards are paid once they are signed, to registered organisations.",
            "payments made",
            false),
    ACCURACY(
            "The sums are right",
            "The instalments of an award come to what was committed and, where a call decided it, to what was approved."
                    + " A payment is its instalment, less what was not claimed. The balances that pages show are the"
                    + " sums of their entries.",
            "Practice of auditors: accuracy. A split never loses a penny.",
            "awards, payments and balances",
            true),
    CUT_OFF(
            "In the right year",
            "Money of a financial year is entered by 31 March or soon after; a claim for a payment due in the year"
                    + " comes soon after its end; and what was entered in one year is not taken back in the next.",
            "Practice of auditors: cut-off at 31 March.",
            "entries of money, and claims",
            false,
            ControlParameter.days("Days after 31 March in which the year may still be entered", 30)),
    SEGREGATION(
            "Different people's work",
            "Who decides about an award, who approves a payment and who makes it are different people, and none of"
                    + " them belongs to the organisation that gets it, then or soon after.",
            "Practice: segregation of duties, assessor, approver and payer apart. Grants taken over from a published"
                    + " register are left out: one program entered them.",
            "awards decided and payments approved and made",
            false,
            ControlParameter.days("Days after the deed within which a role at the recipient counts", 365)),
    AUTHORITY_LIMIT(
            "Within the limit on that day",
            "Whoever decided about an award had a delegated limit on the day it took effect, and the award was within"
                    + " it, by the limits as they are known at the end of the history looked at.",
            "Practice: limits at that date. Grants taken over from a published register are left out.",
            "awards decided",
            false),
    SPLIT_AWARDS(
            "Not split to stay under a limit",
            "No two awards to one organisation from one fund, decided by one person within a short time, are each just"
                    + " within that person's limit and together above it.",
            "Practice: split awards, by recipient, programme and time.",
            "awards decided without a call",
            false,
            ControlParameter.days("Days between two awards that are looked at together", 90),
            ControlParameter.percent("Percent of the limit from which an award is just within it", 70)),
    DUPLICATE_PAYMENTS(
            "Not paid twice",
            "No sum is paid twice within a few days to one organisation, or to two organisations with one bank"
                    + " account.",
            "Practice: duplicates, by recipient, amount, date and bank.",
            "payments that stayed paid",
            false,
            ControlParameter.days("Days between two payments that are looked at together", 7)),
    SAME_COST_CLAIMED(
            "Not claimed twice",
            "No cost of an organisation is claimed for two payments: the same sum, in the same or nearly the same"
                    + " words.",
            "Domain: no cost line is funded twice.",
            "lines of claims",
            false,
            ControlParameter.percent("Percent that the words have to agree", 50)),
    OVERHEADS(
            "Overheads paid for once",
            "Of a shared cost of an organisation, awards pay no more than all of it: as it stood when they were made,"
                    + " and as the organisation's newest accounts give it.",
            "Domain: no pool of a year is recovered beyond 100 percent.",
            "shared costs of a year",
            false,
            ControlParameter.percent("Percent of a shared cost that may be paid for", 100)),
    CONFLICTS(
            "Interests declared",
            "An assessor declares interests before giving scores, gives none after stepping back, and has no role at an"
                    + " organisation whose bid they scored, then or soon after.",
            "Practice: conflicts declared before scoring; a recused assessor affects no score.",
            "assessments with scores",
            false,
            ControlParameter.days("Days after the scores within which a role at the applicant counts", 365)),
    UNUSUAL_ENTRIES(
            "Back-dated or suspiciously round",
            "Money is entered soon after the day it counts from, and what came back is seldom a round sum.",
            "Practice of auditors: journals that are back-dated, or round. Grants taken over from a published register"
                    + " are left out: their days are those of the register.",
            "entries of money",
            false,
            ControlParameter.days("Days by which an entry may be late", 30),
            ControlParameter.limit("A sum that came back is round where it is a multiple of this", 1_000)),
    BANK_DETAILS_CHANGED(
            "Bank details changed before a payment",
            "No payment is made soon after the organisation's bank details were changed; the first ones are no change.",
            "Practice: bank details changed by two people; a change shortly before a payment is how fraud begins.",
            "payments made",
            false,
            ControlParameter.days("Days after a change within which a payment is looked at", 30)),
    LATE_PAYMENTS(
            "Paid on time",
            "A payment is made by the day it is due or soon after; where it waits for a claim, soon after the claim was"
                    + " accepted.",
            "Domain: lateness is visible; 14 days are the 10 working days that the sector calls prompt.",
            "payments that stayed paid",
            false,
            ControlParameter.days("Days after the due day in which a payment is prompt", 14)),
    MINIMAL_ASSISTANCE(
            "Minimal financial assistance",
            "The awards to an organisation in one financial year and the two before come to no more than the limit."
                    + " The limit binds enterprises only, and their groups together: who is one, a person has to say.",
            "Subsidy control: £315,000 over this financial year and the two before.",
            "organisations with awards",
            false,
            ControlParameter.limit("The most in three financial years", 315_000)),
    LARGE_AWARDS_PUBLISHED(
            "Large awards published in time",
            "An award above the limit is published within three months of the day it counts from: here on the day it is"
                    + " entered or, where a call decided it, on the day all applicants are told.",
            "Subsidy control: awards over £100,000 in the public database within three months.",
            "awards above the limit",
            false,
            ControlParameter.limit("Awards above this are looked at", 100_000),
            ControlParameter.days("Days within which they are to be published", 92));

    private final String title;
    private final String rule;
    private final String basis;
    private final String population;
    private final boolean prevented;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<ControlParameter> parameters;

    ControlTest(
            String title,
            String rule,
            String basis,
            String population,
            boolean prevented,
            ControlParameter... parameters) {
        this.title = title;
        this.rule = rule;
        this.basis = basis;
        this.population = population;
        this.prevented = prevented;
        this.parameters = List.of(parameters);
    }

    /** Its name, to head a page with. */
    public String title() {
        return title;
    }

    /** What must be so, in plain words. */
    public String rule() {
        return rule;
    }

    /** Where the rule comes from. */
    public String basis() {
        return basis;
    }

    /** What is looked at, after a number: "payments made". */
    public String population() {
        return population;
    }

    /** Whether no command can bring an exception about, so that one means that data were changed behind them. */
    public boolean prevented() {
        return prevented;
    }

    /** What may be set, in the order of the page. */
    public List<ControlParameter> parameters() {
        return parameters;
    }

    /** One of them, if it has that one. */
    public Optional<ControlParameter> parameter(ControlParameter.Kind kind) {
        return parameters.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** Whether it looks at things of a span of days; the others look at all there is. */
    public boolean hasDays() {
        return !prevented && this != OVERHEADS && this != MINIMAL_ASSISTANCE;
    }

    /** Its name in addresses: "duplicate-payments". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
