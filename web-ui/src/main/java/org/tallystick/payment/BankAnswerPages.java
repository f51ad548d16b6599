package org.tallystick.payment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.tallystick.award.AwardCommand;
import org.tallystick.payment.PaymentQuery.BankPayment;
import org.tallystick.payment.PaymentQuery.PaymentsByReference;
import org.tallystick.platform.Access;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Page;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.TextFile;
import org.tallystick.platform.Tone;

/** The bank's answer: each line is recorded, or said with what is wrong with it; a second time it changes nothing. */
@Page
class BankAnswerPages {

    private static final int MOST = 2_000;
    private static final int COLUMNS = 5;
    private static final int ASKED_AT_ONCE = PaymentCommand.ExportPayments.MOST;

    private final Sides sides;

    BankAnswerPages(Sides sides) {
        this.sides = sides;
    }

    /** What became of a line. */
    record Result(long line, String reference, String payment, StateTag state, String said) {}

    @GetMapping("/payments/bank-answers")
    String ask(Model model) {
        Access.require(sides.actor(), AwardCommand.ConfirmPayment.class);
        model.addAttribute("form", Form.empty());
        model.addAttribute("results", List.of());
        return "payment/answers";
    }

    @PostMapping("/payments/bank-answers")
    String record(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        Access.require(sides.actor(), AwardCommand.ConfirmPayment.class);
        Form form = Form.of(sent);
        String text = file == null || file.isEmpty() ? form.value("lines") : TextFile.read(file, form);
        List<BankAnswer> answers = read(text, form);
        if (answers.isEmpty() && !form.hasProblems()) {
            form.refuse("file", "Choose the file that the bank gave you, or paste its lines.");
        }
        model.addAttribute("form", form);
        model.addAttribute("results", form.hasProblems() ? List.of() : recorded(answers));
        return "payment/answers";
    }

    private static List<BankAnswer> read(String text, Form form) {
        List<BankAnswer> answers = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.replace("\ufeff", ""))) {
            for (CsvRecord row : reader) {
                boolean header = row.getField(0).strip().equalsIgnoreCase("reference");
                if (!header && !row.getFields().stream().allMatch(String::isBlank)) {
                    answers.add(answer(row));
                }
                if (answers.size() > MOST) {
                    form.refuse("file", "At most " + MOST + " lines can be recorded at once.");
                    break;
                }
            }
        } catch (CsvParseException | IOException unreadable) {
            form.refuse(
                    "file", "The file must be a CSV file: values with commas between them, a payment on each line.");
        }
        return answers;
    }

    private static BankAnswer answer(CsvRecord row) {
        List<String> cells = new ArrayList<>(row.getFields());
        while (cells.size() < COLUMNS) {
            cells.add("");
        }
        return BankAnswer.of(
                row.getStartingLineNumber(), cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    private List<Result> recorded(List<BankAnswer> answers) {
        Map<String, BankPayment> payments = payments(answers);
        Map<String, BankAnswer> first = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (BankAnswer answer : answers) {
            BankPayment payment = payments.get(answer.reference());
            BankAnswer before = first.putIfAbsent(answer.reference(), answer);
            if (!answer.fault().isEmpty()) {
                results.add(wrong(answer, payment, answer.fault()));
            } else if (payment == null) {
                results.add(wrong(answer, null, "No payment of yours has this reference."));
            } else if (before != null) {
                results.add(again(answer, before, payment));
            } else {
                results.add(recorded(answer, payment));
            }
        }
        return results;
    }

    private static Result again(BankAnswer answer, BankAnswer before, BankPayment payment) {
        return answer.saysTheSameAs(before)
                ? result(answer, payment, StateTag.of("No change", Tone.PLAIN), "As line " + before.line() + " says.")
                : wrong(answer, payment, "Line " + before.line() + " says something else about this payment.");
    }

    private Result recorded(BankAnswer answer, BankPayment payment) {
        if (answer.known(payment).isPresent()) {
            return result(
                    answer,
                    payment,
                    StateTag.of("No change", Tone.PLAIN),
                    answer.known(payment).orElseThrow());
        }
        try {
            sides.send(answer.command(payment), answer.key());
            return result(
                    answer,
                    payment,
                    answer.paid() ? StateTag.of("Paid", Tone.GOOD) : StateTag.of("Failed", Tone.LATE),
                    answer.paid() ? "Recorded as paid." : "Recorded as failed: " + answer.reason());
        } catch (Rejection refused) {
            return wrong(answer, payment, refused.sentence());
        }
    }

    private Map<String, BankPayment> payments(List<BankAnswer> answers) {
        List<String> references =
                answers.stream().map(BankAnswer::reference).distinct().toList();
        List<BankPayment> found = new ArrayList<>();
        for (int from = 0; from < references.size(); from += ASKED_AT_ONCE) {
            found.addAll(sides.ask(new PaymentsByReference(
                    references.subList(from, Math.min(references.size(), from + ASKED_AT_ONCE)))));
        }
        return found.stream().collect(Collectors.toMap(BankPayment::reference, payment -> payment));
    }

    private static Result wrong(BankAnswer answer, @Nullable BankPayment payment, String why) {
        return result(answer, payment, StateTag.of("Not recorded", Tone.LATE), why);
    }

    private static Result result(BankAnswer answer, @Nullable BankPayment payment, StateTag state, String said) {
        String what = payment == null
                ? ""
                : payment.recipientName() + ", payment " + payment.instalment() + ", "
                        + MoneyText.say(payment.amountPence());
        return new Result(answer.line(), answer.reference(), what, state, said);
    }
}
