package org.tallystick.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.ui.Model;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;
import org.tallystick.registry.CostProfile.OverheadPool;
import org.tallystick.registry.OrganisationQuery.OrganisationView;

/** What it takes to run an organisation for a year: a form with as many rows of shared costs as needed. */
final class CostProfileForm {

    private static final int MOST_ROWS = 50;
    private static final int FIRST_ROWS = 4;
    private static final int MOST_HOURS = 60;
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2035;

    private CostProfileForm() {}

    /** The page of the form. */
    static String show(OrganisationView view, Form form, Model model) {
        Deeds.keyOf(form);
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("crumbs", RegistryWords.crumbs(view, "Cost of running"));
        model.addAttribute("back", RegistryWords.pathOf(view.summary().organisationId()));
        model.addAttribute("rows", IntStream.rangeClosed(1, rows(form)).boxed().toList());
        model.addAttribute("mostRows", rows(form) >= MOST_ROWS);
        model.addAttribute("years", years());
        return "registry/cost-profile";
    }

    /** With the newest profile's figures, so that nothing known has to be typed again. */
    static Form filledIn(OrganisationView view) {
        Form form = Form.empty();
        form.put("rows", Integer.toString(FIRST_ROWS)).put("weeklyHours", "37");
        if (view.costProfiles().isEmpty()) {
            form.put("name-1", "Premises and office").put("name-2", "Central staff and services");
            return form.put("name-3", "Governance");
        }
        CostProfile known = view.costProfiles().getFirst().profile();
        form.put("financialYear", known.financialYear().toString());
        form.put("weeklyHours", Integer.toString(known.weeklyHours()));
        form.put("staff", people(known));
        form.put("runningCost", plain(known.runningCostPence()));
        form.put(
                "rows",
                Integer.toString(Math.max(FIRST_ROWS, known.overheadPools().size() + 1)));
        int row = 0;
        for (OverheadPool pool : known.overheadPools()) {
            row++;
            form.put("name-" + row, pool.name());
            form.put("amount-" + row, plain(pool.amountPence()));
            form.put("source-" + row, pool.source());
        }
        return form;
    }

    static Form oneMoreRow(Form form) {
        return form.put("rows", Integer.toString(Math.min(MOST_ROWS, rows(form) + 1)));
    }

    static Deed deed(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "What it costs to run " + view.summary().name(),
                "",
                List.of(),
                Effect.of(
                        "Record these costs",
                        "",
                        "",
                        "The costs are recorded. Next: your full-cost budgets use these figures; a bid keeps the version it"
                                + " was made with."),
                form -> profile(form).map(profile -> new OrganisationCommand.RecordCostProfile(id, profile)));
    }

    private static Optional<CostProfile> profile(Form form) {
        Optional<String> year = form.choice(
                "financialYear",
                years().stream().map(Option::value).filter(y -> !y.isEmpty()).toList(),
                y -> y,
                "Choose the financial year.");
        List<OverheadPool> pools = pools(form);
        int staff = staff(form);
        String hours = form.value("weeklyHours").strip();
        if (!hours.matches("\\d{1,2}") || Integer.parseInt(hours) < 1 || Integer.parseInt(hours) > MOST_HOURS) {
            form.refuse("weeklyHours", "Full-time hours a week must be a whole number from 1 to 60.");
        }
        Optional<Long> running = form.pence("runningCost", "all running cost of the year");
        return form.hasProblems()
                ? Optional.empty()
                : Optional.of(new CostProfile(
                        FinancialYear.parse(year.orElseThrow()),
                        pools,
                        staff,
                        Integer.parseInt(hours),
                        running.orElseThrow()));
    }

    /** Rows with nothing in them are left out; one that is begun has to be whole. */
    private static List<OverheadPool> pools(Form form) {
        List<OverheadPool> pools = new ArrayList<>();
        for (int row = 1; row <= rows(form); row++) {
            boolean begun = !form.value("amount-" + row).isBlank()
                    || !form.value("source-" + row).isBlank();
            if (!begun) {
                continue;
            }
            String name = form.text("name-" + row, "Say what the cost in row " + row + " is for.");
            Optional<Long> pence = form.pence("amount-" + row, "the cost in row " + row);
            String source = form.text("source-" + row, "Say where the figure in row " + row + " comes from.");
            if (!name.isEmpty() && pence.isPresent() && !source.isEmpty()) {
                pools.add(new OverheadPool(
                        shortened(form, "name-" + row, name, 100),
                        pence.get(),
                        shortened(form, "source-" + row, source, 200)));
            }
        }
        return pools;
    }

    /** Too long a text is noted; what is returned then is never sent. */
    private static String shortened(Form form, String field, String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        form.refuse(field, "Use at most " + most + " characters.");
        return text.substring(0, most);
    }

    private static int staff(Form form) {
        String text = form.value("staff").strip();
        if (!text.matches("\\d{1,5}(\\.\\d{1,2})?")) {
            form.refuse("staff", "Staff must be a number like 6 or 6.5.");
            return 0;
        }
        return new BigDecimal(text).movePointRight(2).intValueExact();
    }

    private static int rows(Form form) {
        String text = form.value("rows");
        return text.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(text), 1, MOST_ROWS) : FIRST_ROWS;
    }

    private static List<Option> years() {
        List<Option> years = new ArrayList<>(List.of(Option.of("", "Choose a year")));
        for (int start = FIRST_YEAR; start <= LAST_YEAR; start++) {
            String year = new FinancialYear(start).toString();
            years.add(Option.of(year, year.replace('-', '–')));
        }
        return years;
    }

    /** Staff as people say it: "6.5". */
    static String people(CostProfile profile) {
        return BigDecimal.valueOf(profile.fullTimeEquivalentHundredths(), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String plain(long pence) {
        return MoneyText.say(pence).replace("£", "");
    }
}
