package org.tallystick.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.award.AwardState;
import org.tallystick.award.AwardWords;
import org.tallystick.award.PaymentState;
import org.tallystick.payment.PaymentCommand.ExportPayments;
import org.tallystick.payment.PaymentCommand.PaymentOf;
import org.tallystick.payment.PaymentQuery.BankFileSummary;
import org.tallystick.payment.PaymentQuery.BankFileView;
import org.tallystick.payment.PaymentQuery.BankFiles;
import org.tallystick.payment.PaymentQuery.BankPayment;
import org.tallystick.payment.PaymentQuery.OneBankFile;
import org.tallystick.platform.Access;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;

/** Files for the bank: which payments go into the next one, what is in those before, and the file itself. */
@Page
class BankFilePages {

    private static final String CHOSEN = "payments";

    private final Sides sides;

    BankFilePages(Sides sides) {
        this.sides = sides;
    }

    /** A payment that can go into the next file. */
    record Choice(PaymentView payment, String value, boolean chosen) {}

    /** A payment in a file. */
    record Line(BankPayment payment, StateTag state) {}

    @GetMapping("/payments/bank-file")
    String choose(Model model) {
        Access.require(sides.actor(), ExportPayments.class);
        Form form = Form.empty().put(Deeds.KEY, Sides.newKey());
        return shown(form.putAll(CHOSEN, payable().map(BankFilePages::value).toList()), model);
    }

    @PostMapping("/payments/bank-file")
    String export(@RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes redirect) {
        Access.require(sides.actor(), ExportPayments.class);
        Form form = Form.of(sent);
        List<PaymentOf> chosen = chosen(form);
        if (chosen.isEmpty()) {
            form.refuse(CHOSEN, "Choose at least one payment.");
            return shown(form, model);
        }
        try {
            String fileId = Deeds.idFrom(form, "bank-");
            Receipt receipt = sides.send(new ExportPayments(fileId, chosen), Deeds.keyOf(form));
            redirect.addFlashAttribute("done", "The file is written. Download it and give it to the bank.");
            return "redirect:" + Deeds.after("/payments/bank-files/" + fileId, receipt.position());
        } catch (Rejection rejection) {
            form.refuse(rejection);
            Deeds.renewKey(form, rejection);
            return shown(form, model);
        }
    }

    @GetMapping("/payments/bank-files")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        Paged<BankFileSummary> found = sides.ask(new BankFiles(Math.max(1, page), 0));
        model.addAttribute("files", found.items());
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("mayExport", sides.may(ExportPayments.class));
        return "payment/files";
    }

    @GetMapping("/payments/bank-files/{fileId}")
    String one(@PathVariable String fileId, @RequestParam(defaultValue = "0") long after, Model model) {
        BankFileView file = sides.ask(new OneBankFile(fileId), after);
        model.addAttribute("file", file.summary());
        model.addAttribute(
                "lines",
                file.payments().stream()
                        .map(payment -> new Line(payment, state(payment)))
                        .toList());
        model.addAttribute("mayDownload", sides.may(PaymentQuery.BankFileText.class));
        return "payment/file";
    }

    @GetMapping("/payments/bank-files/{fileId}/csv")
    void download(@PathVariable String fileId, HttpServletResponse response) throws IOException {
        Access.require(sides.actor(), PaymentQuery.BankFileText.class);
        PaymentQuery.BankFileText text = new PaymentQuery.BankFileText(fileId);
        response.setContentType(text.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + text.fileName() + "\"");
        try {
            sides.write(text, 0, response.getOutputStream());
        } catch (Rejection rejection) {
            response.reset();
            throw rejection;
        }
    }

    private String shown(Form form, Model model) {
        List<Choice> choices = payable()
                .map(payment -> new Choice(payment, value(payment), form.chose(CHOSEN, value(payment))))
                .toList();
        long sum = choices.stream()
                .filter(Choice::chosen)
                .mapToLong(choice -> choice.payment().amountPence())
                .sum();
        model.addAttribute("form", form);
        model.addAttribute("choices", choices);
        model.addAttribute("sum", MoneyText.say(sum));
        return "payment/new-file";
    }

    /** What is approved, or failed, and may be sent from this body now; the earliest due first. */
    private Stream<PaymentView> payable() {
        return Stream.of(PaymentState.PAYABLE, PaymentState.FAILED)
                .flatMap(state -> sides.ask(new Payments(state, false, 1, ExportPayments.MOST)).items().stream())
                .filter(payment -> payment.awardState() == AwardState.ACTIVE
                        && sides.actor().actsFor(payment.funder()))
                .sorted(Comparator.comparing(PaymentView::dueOn))
                .limit(ExportPayments.MOST);
    }

    private static String value(PaymentView payment) {
        return payment.awardId() + "/" + payment.instalment();
    }

    private static List<PaymentOf> chosen(Form form) {
        List<PaymentOf> chosen = new ArrayList<>();
        for (String value : form.values(CHOSEN)) {
            Optional.of(value.lastIndexOf('/'))
                    .filter(slash -> slash > 0 && value.substring(slash + 1).matches("\\d{1,3}"))
                    .ifPresent(slash -> chosen.add(
                            new PaymentOf(value.substring(0, slash), Integer.parseInt(value.substring(slash + 1)))));
        }
        return chosen;
    }

    static StateTag state(BankPayment payment) {
        String words = AwardWords.state(payment.state())
                + (payment.latestAttempt() > payment.attempt() ? ", sent again since" : "");
        return StateTag.of(
                words,
                switch (payment.state()) {
                    case PAID -> Tone.GOOD;
                    case FAILED -> Tone.LATE;
                    default -> Tone.WAITING;
                });
    }
}
