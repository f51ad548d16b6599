package org.tallystick.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Row;
import org.tallystick.registry.OrganisationQuery.BankView;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.WaitingBank;

/**
 * Bank details, by two people: one proposes them, a second compares them with the organisation's own paper and enters
 * them again. Someone who gets into one person's mail or log-in cannot redirect money alone.
 */
public final class BankDeeds {

    private static final String SEEN_BY =
            "people of the organisation; commissioners and payers of public bodies. Never the public";
    private static final List<Ask> ASKS = List.of(
            Ask.line("accountName", "Name on the account", "The organisation’s account, never a person’s"),
            Ask.line("sortCode", "Sort code", "Six digits, such as 20-00-00"),
            Ask.line("accountNumber", "Account number", "Eight digits"));

    private BankDeeds() {}

    static Deed propose(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Change the bank details",
                "Take them from a bank statement, not from an e-mail. It takes two people: you give the details now, and"
                        + " a second person enters them again. Until then the old ones hold.",
                ASKS,
                Effect.of(
                        "Propose these bank details",
                        "Nothing changes until a second person has entered the same details. If you proposed others"
                                + " before, these take their place.",
                        SEEN_BY,
                        "The bank details are proposed. Next: a second person, at your organisation or at a public body,"
                                + " enters them again from your bank statement. Ask them to do that now."),
                details(details -> new OrganisationCommand.ProposeBankDetails(id, details)));
    }

    static Deed confirm(OrganisationView view, Deed.Subject subject, PersonNames names) {
        String id = view.summary().organisationId();
        return subject.with(waiting(view, names))
                .deed(
                        "Check the new bank details",
                        "You are the second person. Compare what waits here with the organisation’s own bank statement, then"
                                + " enter the details from the statement: so that two people have really looked. If you were"
                                + " asked by e-mail or telephone, ring the organisation first, on a number you already had.",
                        ASKS,
                        Effect.of(
                                "Confirm these bank details",
                                "If they are the same as those proposed, all payments go to this account from now on. You can then"
                                        + " neither approve nor send payments to this organisation.",
                                SEEN_BY,
                                "The bank details are confirmed. Payments go to this account from now on."),
                        details(details -> new OrganisationCommand.ConfirmBankDetails(id, details)))
                .or(new Link(
                        "They are not right: reject them",
                        RegistryWords.pathOf(id) + "/" + Step.REJECT_BANK_DETAILS.path()));
    }

    static Deed reject(OrganisationView view, Deed.Subject subject, PersonNames names) {
        String id = view.summary().organisationId();
        return subject.with(waiting(view, names))
                .deed(
                        "Reject the new bank details",
                        "The details that hold now, if there are any, go on to hold.",
                        List.of(Ask.reason("For example: the organisation says it never asked for a change")),
                        Effect.warning(
                                "Reject the new bank details",
                                "Whoever proposed them has to begin again.",
                                SEEN_BY + ". Your reason: the organisation’s own people, and auditors",
                                "The new bank details are rejected. If you suspect fraud, tell your fraud lead today."),
                        form -> EntryDeeds.reason(form).map(why -> new OrganisationCommand.RejectBankDetails(id, why)));
    }

    /** What waits, with all the digits that the answer shows this person. */
    private static List<Row> waiting(OrganisationView view, PersonNames names) {
        WaitingBank waiting = view.bank() == null ? null : view.bank().waiting();
        if (waiting == null) {
            return List.of();
        }
        return List.of(
                Row.of("Proposed by", names.of(waiting.proposedBy())),
                Row.of("Proposed name on the account", waiting.accountName()),
                Row.of("Proposed sort code", inPairs(waiting.sortCode())),
                Row.of("Proposed account number", waiting.accountNumber()));
    }

    /** Bank details with only the last digits of their numbers. */
    static List<Row> masked(String accountName, String sortCode, String accountNumber) {
        return List.of(
                Row.of("Name on the account", accountName),
                Row.of("Sort code", "••-••-" + sortCode.substring(Math.max(0, sortCode.length() - 2))),
                Row.of("Account number", "•••••" + accountNumber.substring(Math.max(0, accountNumber.length() - 3))));
    }

    /** The account that two people have confirmed, for whoever pays to it; no rows where there is none. */
    public static List<Row> inFull(@Nullable BankView bank) {
        if (bank == null || bank.confirmedBy() == null) {
            return List.of();
        }
        return List.of(
                Row.of("Name on the account", bank.accountName()),
                Row.of("Sort code", inPairs(bank.sortCode())),
                Row.of("Account number", bank.accountNumber()));
    }

    /** "200051" is "20-00-51". */
    private static String inPairs(String sortCode) {
        return sortCode.replaceAll("(..)(?=.)", "$1-");
    }

    private static Function<Form, Optional<? extends Command>> details(Function<BankDetails, Command> command) {
        return form -> {
            String name = form.text("accountName", "Enter the name on the account.");
            String sortCode = form.text("sortCode", "Enter the sort code.");
            String number = form.text("accountNumber", "Enter the account number.");
            return form.hasProblems()
                    ? Optional.empty()
                    : Optional.of(command.apply(new BankDetails(name, sortCode, number)));
        };
    }
}
