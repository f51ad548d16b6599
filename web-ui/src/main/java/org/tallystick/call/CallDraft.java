package org.tallystick.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundWords;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;
import org.tallystick.platform.RowsOfForm;

/**
 * A call that is being written.
 *
 * @param form as typed
 * @param call the call as it is recorded; none before it is kept for the first time
 * @param funds those its money may come from
 * @param today for the years to choose from
 */
record CallDraft(Form form, @Nullable CallView call, List<FundSummary> funds, LocalDate today) implements RowsOfForm {

    /** Whether applicants know it already, so that it is amended, with a reason. */
    public boolean announced() {
        return call != null && call.summary().state() != GrantCallState.DRAFTED;
    }

    /** Whether it takes bids, so that its opening cannot be moved. */
    public boolean open() {
        return call != null && call.summary().state() == GrantCallState.OPEN;
    }

    /** Where its form is. */
    @Override
    public String home() {
        return call == null ? "/calls/new" : "/calls/" + call.summary().callId() + (announced() ? "/amend" : "/edit");
    }

    /** Where leaving it leads. */
    public String back() {
        return call == null ? "/calls" : "/calls/" + call.summary().callId();
    }

    /** What the weights come to so far. */
    public int weights() {
        return Repeated.CRITERIA.numbers(form).stream()
                .map(row -> form.value("weight-" + row).strip().replace("%", ""))
                .filter(text -> text.matches("\\d{1,3}"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Funds to choose from, with what is free in each; and any other that the call names already. */
    public List<Option> fundOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", "Choose a fund");
        for (FundSummary fund : funds) {
            options.put(
                    fund.fundId(),
                    fund.name() + " (" + MoneyText.say(fund.balance().availablePence()) + " free)");
        }
        fundNames().forEach(options::putIfAbsent);
        return options.entrySet().stream()
                .map(option -> Option.of(option.getKey(), option.getValue()))
                .toList();
    }

    /** What is free in those funds, by year and restriction. */
    public List<ShownCall.Line> free() {
        return funds.stream()
                .flatMap(fund -> FundWords.free(fund).stream()
                        .map(free ->
                                new ShownCall.Line(fund.name(), free.year(), free.restriction(), free.amountPence())))
                .toList();
    }

    /** What the funds are called, by their ids. */
    Map<String, String> fundNames() {
        Map<String, String> names = new LinkedHashMap<>(call == null ? Map.of() : call.fundNames());
        funds.forEach(fund -> names.put(fund.fundId(), fund.name()));
        return names;
    }

    /** Years to choose from, this one first; and any other that the call names already. */
    public List<Option> years() {
        List<Option> years = new ArrayList<>(FundWords.years(today));
        if (call != null) {
            call.terms().envelope().stream()
                    .map(part -> Option.of(part.financialYear().toString(), FundWords.year(part.financialYear())))
                    .filter(year -> !years.contains(year))
                    .forEach(years::add);
        }
        return years;
    }

    /** What the money of those funds may be restricted to. */
    public List<Option> restrictions() {
        Set<String> kinds = new LinkedHashSet<>(List.of(Slice.UNRESTRICTED));
        funds.forEach(fund -> kinds.addAll(fund.restrictions()));
        if (call != null) {
            call.terms().envelope().forEach(part -> kinds.add(part.restriction()));
        }
        return kinds.stream()
                .map(kind -> Option.of(kind, FundWords.restriction(kind)))
                .toList();
    }

    /** What an award may be spent on. */
    public List<Option> uses() {
        return List.of(
                new Option("yes", "Anything the organisation is for", "Unrestricted: the organisation decides."),
                new Option("no", "The work that the bid describes", "With its share of the overheads."));
    }

    /** Whether overheads are capped. */
    public List<Option> caps() {
        return List.of(
                new Option("no", "No", "Applicants may ask for the full cost."),
                new Option("yes", "Yes", "The call then says in public what that leaves unfunded."));
    }

    /** Yes, no. */
    public List<Option> yesOrNo() {
        return List.of(Option.of("yes", "Yes"), Option.of("no", "No"));
    }

    /** What is to be sent. */
    Command command(CallTerms terms, String holder) {
        if (call == null) {
            return new GrantCallCommand.DraftCall(Deeds.idFrom(form, "call-"), holder, terms);
        }
        String id = call.summary().callId();
        int read = form.readVersion();
        if (!announced()) {
            return new GrantCallCommand.RedraftCall(id, read, terms);
        }
        return new GrantCallCommand.AmendCall(id, read, terms, form.value("reason"));
    }

    @Override
    public FormRows repeated(String part) {
        return Repeated.of(part);
    }
}
