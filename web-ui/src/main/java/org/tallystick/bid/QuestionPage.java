package org.tallystick.bid;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.bid.BidQuery.EarlierAnswer;
import org.tallystick.bid.BidQuery.QuestionView;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** One question of a call: its answer, how many words that has, and what was answered to it before. */
@Page
class QuestionPage {

    private static final String USE = "use-";
    private static final String BOTH = "both";
    private static final String NOT_ASKED = "The call does not ask this any more.";

    private final Sides sides;
    private final Words words;
    private final PartSaving saving;

    QuestionPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
        this.saving = new PartSaving(sides);
    }

    @GetMapping("/bids/{bidId}/questions/{number}")
    String show(
            @PathVariable String bidId,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        BidOfCall read = BidOfCall.ofWriters(sides, bidId, after).writable(words);
        QuestionView question = read.bid().questions().stream()
                .filter(one -> one.mostWords() > 0)
                .skip(Math.max(0, number - 1))
                .findFirst()
                .filter(_ -> number > 0)
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "The call has no question " + number + "."));
        Form form = Form.empty().put("question", question.question()).put("text", question.text());
        PartSaving.putVersion(form, question.saved());
        return page(read, number, question, form, model);
    }

    /** The button says what is asked: to save, to take an earlier answer over, or to put two versions together. */
    @PostMapping("/bids/{bidId}/questions/{number}")
    String goOn(
            @PathVariable String bidId,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String step,
            Model model,
            RedirectAttributes redirect) {
        Form form = Form.of(sent);
        BidOfCall read = BidOfCall.ofWriters(sides, bidId, 0);
        QuestionView question = question(read, form.value("question"));
        if (question.mostWords() == 0) {
            form.refuse("", NOT_ASKED + " Nothing was saved; what you typed is below: copy it if you need it.");
            return page(read, number, question, form, model);
        }
        if (step.equals(BOTH)) {
            append(form, question.text());
            return page(read, number, question, form, model);
        }
        if (step.startsWith(USE)) {
            List<EarlierAnswer> earlier = earlier(bidId, question);
            String index = step.substring(USE.length());
            if (index.matches("\\d{1,3}") && Integer.parseInt(index) < earlier.size()) {
                append(form, earlier.get(Integer.parseInt(index)).text());
            }
            return page(read, number, question, form, model);
        }
        return save(read, number, question, form, model, redirect);
    }

    private String save(
            BidOfCall read, int number, QuestionView question, Form form, Model model, RedirectAttributes redirect) {
        String bidId = read.summary().bidId();
        String text = form.value("text").strip();
        try {
            int many = WordCount.of(text);
            String done = many > question.mostWords()
                    ? "Your answer is saved, but it is too long: it has " + words.number(many)
                            + " words, and the call allows " + words.number(question.mostWords())
                            + ". Shorten it before the bid can be sent."
                    : text.isEmpty() ? "Your answer is taken away." : "Your answer is saved.";
            return saving.save(
                    new BidCommand.AnswerBidQuestion(bidId, question.question(), form.readVersion(), text),
                    form,
                    done,
                    TaskLine.after(read.bid(), BidPart.QUESTION, number),
                    read.home(),
                    redirect);
        } catch (Rejection rejection) {
            PartSaving.refuse(form, rejection);
            if (rejection.refusal() != Refusal.CONFLICT) {
                return page(read, number, question, form, model);
            }
            BidOfCall now = BidOfCall.ofWriters(sides, bidId, 0);
            QuestionView saved = question(now, question.question());
            PartSaving.putVersion(form, saved.saved());
            model.addAttribute("theirs", saved);
            return page(now, number, saved, form, model);
        }
    }

    /** As it is asked now; of no words where the call has been changed and does not ask it any more. */
    private static QuestionView question(BidOfCall read, String text) {
        return read.bid().questions().stream()
                .filter(one -> one.question().equals(text))
                .findFirst()
                .orElse(new QuestionView(SavedPart.NEVER, text, 0, 0, ""));
    }

    private List<EarlierAnswer> earlier(String bidId, QuestionView question) {
        return sides.ask(new BidQuery.OfferedFacts(bidId)).answers().stream()
                .filter(answer -> answer.question().equals(question.question()))
                .toList();
    }

    /** Below what is there, so that nothing is lost. */
    private static void append(Form form, String text) {
        String there = form.value("text").strip();
        form.put(
                "text",
                String.join(
                        "\n\n",
                        Stream.of(there, text).filter(part -> !part.isEmpty()).toList()));
    }

    private String page(BidOfCall read, int number, QuestionView question, Form form, Model model) {
        read.show(model, "Question " + number, words);
        model.addAttribute("form", PartSaving.withKey(form));
        model.addAttribute("question", question);
        model.addAttribute("number", number);
        int many = WordCount.of(form.value("text"));
        model.addAttribute("many", many);
        model.addAttribute("limit", limit(many, question.mostWords()));
        model.addAttribute("earlier", earlier(read.summary().bidId(), question));
        return "bid/question";
    }

    private String limit(int many, int most) {
        int left = most - many;
        return most == 0
                ? NOT_ASKED
                : "You can write up to " + words.count(most, "word", "words") + ". "
                        + (left < 0
                                ? "You have " + words.count(-left, "word", "words") + " too many."
                                : "You have " + words.count(left, "word", "words") + " left.");
    }
}
