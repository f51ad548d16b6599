package org.tallystick.platform;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in, and carrying on with what was typed before the log-in ran out. */
@Page
class LogInPage {

    /** Where a failed attempt leaves the username, so that it need not be typed again. */
    static final String USERNAME_TRIED = "org.tallystick.username-tried";

    /** Where the page stands that somebody wanted who was not logged in. */
    private static final String WANTED = "SPRING_SECURITY_SAVED_REQUEST";

    private final ObjectProvider<DemoPeople> demoPeople;
    private final ObjectProvider<Iterable<ClientRegistration>> issuers;

    LogInPage(ObjectProvider<DemoPeople> demoPeople, ObjectProvider<Iterable<ClientRegistration>> issuers) {
        this.demoPeople = demoPeople;
        this.issuers = issuers;
    }

    @GetMapping("/log-in")
    String logIn(@RequestParam Map<String, String> query, HttpSession session, Model model) {
        Form form = Form.empty();
        if (session.getAttribute(USERNAME_TRIED) instanceof String username) {
            form.put("username", username);
            session.removeAttribute(USERNAME_TRIED);
        }
        if (query.containsKey("error")) {
            form.refuse("username", "The username or the password is not right. Check both and try again.");
        }
        if (query.containsKey("wait")) {
            form.refuse("username", Logins.MUST_WAIT);
        }
        List<Link> others = new ArrayList<>();
        issuers.ifAvailable(all -> all.forEach(issuer -> others.add(new Link(
                "Log in with " + issuer.getClientName(), "/oauth2/authorization/" + issuer.getRegistrationId()))));
        model.addAttribute("form", form);
        model.addAttribute("others", others);
        model.addAttribute("expired", query.containsKey("expired"));
        model.addAttribute("loggedOut", query.containsKey("bye"));
        model.addAttribute("kept", KeptForm.in(session).isPresent());
        model.addAttribute("refused", query.isEmpty() && session.getAttribute(WANTED) != null);
        demoPeople.ifAvailable(demo -> model.addAttribute("demoPeople", demo));
        return "log-in";
    }

    @GetMapping("/carry-on")
    String carryOn(HttpSession session, Model model) {
        return KeptForm.in(session)
                .map(kept -> {
                    session.removeAttribute(KeptForm.ATTRIBUTE);
                    model.addAttribute("kept", kept);
                    return "carry-on";
                })
                .orElse("redirect:/");
    }
}
