package org.tallystick.award;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.payment.PaymentCommand;
import org.tallystick.payment.PaymentQuery;
import org.tallystick.platform.Act;
import org.tallystick.platform.Csv;
import org.tallystick.platform.Link;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;

/** Payments as a list to work down: late, to be approved, to be sent, with the bank, failed, paid. */
@Page
class PaymentPages {

    private static final int ORDER = 30;
    private static final String LATE = "late";

    private final Sides sides;

    PaymentPages(Sides sides) {
        this.sides = sides;
    }

    @Bean
    static NavigationItem paymentsNavigation() {
        return new NavigationItem(
                ORDER,
                "Payments",
                "/payments",
                EnumSet.of(
                        Role.GOVERNOR,
                        Role.COMMISSIONER,
                        Role.PAYER,
                        Role.AUDITOR,
                        Role.APPLICANT_LEAD,
                        Role.APPLICANT_MEMBER));
    }

    /** One of the views of the list, with how many payments are in it. */
    record View(String key, String label, long number, boolean here) {}

    /** A payment with the links to what the person may do, which lead back to this list. */
    record Line(PaymentView payment, StateTag state, List<Link> acts) {}

    @GetMapping("/payments")
    String list(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Paged<PaymentView> found = sides.ask(query(view, Math.max(1, page), Math.clamp(size, 0, Paged.MOST)), after);
        model.addAttribute("views", views(view));
        model.addAttribute("mayExport", sides.may(PaymentCommand.ExportPayments.class));
        model.addAttribute("mayFiles", sides.may(PaymentQuery.BankFiles.class));
        model.addAttribute("view", view);
        List<Line> lines = found.items().stream().map(this::line).toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "anyActs", lines.stream().anyMatch(line -> !line.acts().isEmpty()));
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("here", view.isEmpty() ? "/payments" : "/payments?view=" + key(view));
        model.addAttribute("csv", "/payments.csv?view=" + key(view));
        return "award/payments";
    }

    @GetMapping("/payments.csv")
    void csv(@RequestParam(defaultValue = "") String view, HttpServletResponse response) throws IOException {
        Csv.write(
                response,
                "payments.csv",
                List.of("Award", "Title", "Organisation", "Payment", "Due", "Amount", "State", "Paid on", "Reference"),
                page -> sides.ask(query(view, page, Paged.MOST)),
                payment -> List.of(
                        payment.awardId(),
                        payment.awardTitle(),
                        payment.recipientName(),
                        String.valueOf(payment.instalment()),
                        payment.dueOn().toString(),
                        Csv.pounds(payment.amountPence()),
                        AwardWords.state(payment).text(),
                        Objects.toString(payment.paidOn(), ""),
                        Objects.requireNonNullElse(payment.bankReference(), "")));
    }

    private List<View> views(String here) {
        List<View> views = new ArrayList<>();
        views.add(view("", "All", here));
        views.add(view(LATE, "Late", here));
        for (PaymentState state : PaymentState.values()) {
            views.add(view(state.name(), AwardWords.state(state), here));
        }
        return views;
    }

    private View view(String key, String label, String here) {
        return new View(key, label, sides.ask(query(key, 1, 1)).total(), key.equals(key(here)));
    }

    private Line line(PaymentView payment) {
        String home = "/awards/" + payment.awardId() + "/payments/" + payment.instalment();
        return new Line(
                payment, AwardWords.state(payment), Act.links(AwardAct.offeredInList(payment, sides.actor()), home));
    }

    private static Payments query(String view, int page, int size) {
        return new Payments(state(view).orElse(null), view.equals(LATE), page, size);
    }

    /** The view as it may stand in an address; anything else is all of them. */
    private static String key(@Nullable String view) {
        return LATE.equals(view) ? LATE : state(view).map(Enum::name).orElse("");
    }

    private static Optional<PaymentState> state(@Nullable String view) {
        return Arrays.stream(PaymentState.values())
                .filter(state -> state.name().equals(view))
                .findFirst();
    }
}
