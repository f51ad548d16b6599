package org.tallystick.platform;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows the page of a {@link Deed}, sends its command once, and leads on to where its effect can be seen. */
public class Deeds {

    /** The hidden field with the idempotency key. */
    public static final String KEY = "key";

    /** The hidden field that says where the person came from, so that they can work down a list. */
    public static final String FROM = "from";

    private static final Pattern OWN_ADDRESS = Pattern.compile("/(payments(\\?[A-Za-z0-9=&_-]*)?)?");

    private final Sides sides;

    /** Sends through the sides. */
    public Deeds(Sides sides) {
        this.sides = sides;
    }

    /** The page, not filled in yet but for what the form brings. */
    public String show(Deed deed, Form form, Model model) {
        if (form.value(KEY).isBlank()) {
            form.put(KEY, Sides.newKey());
        }
        model.addAttribute("deed", deed);
        model.addAttribute("form", form);
        model.addAttribute("back", next(deed, form).replace("/{id}", ""));
        return "deed";
    }

    /** Sends what was typed; where it is refused, shows the page again with all that was typed. */
    public String send(Deed deed, Form form, Model model, RedirectAttributes redirect) {
        try {
            Optional<? extends Command> command = deed.command().apply(form);
            if (command.isPresent() && !form.hasProblems()) {
                Receipt receipt = sides.send(command.get(), keyOf(form));
                redirect.addFlashAttribute("done", deed.done());
                return "redirect:" + after(next(deed, form).replace("{id}", receipt.id()), receipt.position());
            }
        } catch (Rejection rejection) {
            refuse(deed, form, rejection);
        }
        return show(deed, form, model);
    }

    /**
     * Notes a refusal in the words of the form. The key is kept only where it is not known whether the command took
     * effect; a request that was refused gets a new key, since it will be another request when it has been put right.
     */
    public static void refuse(Deed deed, Form form, Rejection rejection) {
        String sentence = rejection.sentence();
        String field = rejection.field().orElse("");
        Optional<String> label = deed.labelOf(field).map(text -> text.replaceAll("\\?$", ""));
        if (label.isPresent() && sentence.startsWith(field + " ")) {
            sentence = "“" + label.get() + "” " + sentence.substring(field.length() + 1);
        }
        if (label.isPresent()) {
            form.expect(field);
        }
        form.refuse(Rejection.of(rejection.refusal(), label.isPresent() ? field : null, sentence));
        renewKey(form, rejection);
    }

    /** A new key, unless the command may have taken effect. */
    public static void renewKey(Form form, Rejection rejection) {
        if (rejection.refusal() != Refusal.UNAVAILABLE && rejection.refusal() != Refusal.NOT_YET) {
            form.put(KEY, Sides.newKey());
        }
    }

    /** The key of a form; a new one where somebody took it away. */
    public static String keyOf(Form form) {
        if (form.value(KEY).isBlank()) {
            form.put(KEY, Sides.newKey());
        }
        return form.value(KEY);
    }

    /** An id for what the form makes: the same one however often the same form is sent. */
    public static String idFrom(Form form, String beginning) {
        String letters = keyOf(form).replaceAll("[^A-Za-z0-9]", "");
        return beginning + letters.substring(0, Math.min(12, letters.length()));
    }

    /** The same for one of several things that a form makes; who knows what it is made for cannot guess it. */
    public static String idFrom(Form form, String beginning, String of) {
        byte[] seed = (keyOf(form) + " " + of).getBytes(StandardCharsets.UTF_8);
        return beginning
                + UUID.nameUUIDFromBytes(seed).toString().replace("-", "").substring(0, 12);
    }

    /** An address that reads what was just written. */
    public static String after(String address, long position) {
        return UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam("after", position)
                .build()
                .toUriString();
    }

    private static String next(Deed deed, Form form) {
        String from = form.value(FROM);
        return !from.isEmpty() && OWN_ADDRESS.matcher(from).matches() ? from : deed.next();
    }
}
