package org.tallystick.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page's frame needs to know; in templates {@code ${shell.actor}}. A variable of every view and not a model
 * attribute, so that error pages have it too.
 */
public class Shell {

    private static final String BEHIND = "org.tallystick.behind";

    private final List<NavigationItem> items;
    private final StyleVersion styles;
    private final boolean demo;

    /** Collects the navigation from the areas. */
    public Shell(
            ObjectProvider<NavigationItem> items,
            StyleVersion styles,
            @Value("${tallystick.demo:false}") boolean demo) {
        this.items = items.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
        this.styles = styles;
        this.demo = demo;
    }

    /** Who is logged in, or nobody in particular. */
    public Actor getActor() {
        return loggedIn().orElse(Actor.ANYONE);
    }

    /** Whether anybody is. */
    public boolean isLoggedIn() {
        return loggedIn().isPresent();
    }

    /** Whether this is a demo with fictional people. */
    public boolean isDemo() {
        return demo;
    }

    /** "Asha Rahman, governor, HMP Northfield". */
    public String getWho() {
        Actor actor = getActor();
        String person = actor.name() + ", " + actor.role().words();
        return actor.organisationName().isEmpty() ? person : person + ", " + actor.organisationName();
    }

    /** The point of the past that every page shows; null for now. */
    public @Nullable LookingBack getLookingBack() {
        return LookingBack.current().orElse(null);
    }

    /** Whether this page could not wait for what was just done, and shows the state before it. */
    public boolean isBehind() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(BEHIND, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** Has this page say so. */
    static void markBehind() {
        RequestContextHolder.currentRequestAttributes().setAttribute(BEHIND, true, RequestAttributes.SCOPE_REQUEST);
    }

    /** What this person may visit. */
    public List<NavigationItem> getNavigation() {
        Role role = getActor().role();
        return items.stream().filter(item -> item.roles().contains(role)).toList();
    }

    /** The value of aria-current for an entry: "page" on its first page, "true" below it, or none. */
    public @Nullable String current(NavigationItem item) {
        String path = path();
        return path.equals(item.href()) ? "page" : item.covers(path) ? "true" : null;
    }

    /** This page's address with one parameter of its query replaced: for paging, sorting and filters. */
    public String here(String parameter, Object value) {
        UriComponentsBuilder address = ServletUriComponentsBuilder.fromCurrentRequest();
        return relative(
                address.replaceQueryParam(parameter, value).build().encode().toUriString());
    }

    /** This page's address without one parameter. */
    public String hereWithout(String parameter) {
        return relative(ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(parameter)
                .build()
                .toUriString());
    }

    /** The path of this page. */
    public String path() {
        return String.valueOf(
                ServletUriComponentsBuilder.fromCurrentRequest().build().getPath());
    }

    /** Changes whenever the style sheet does, so that browsers may keep it for ever. */
    public String getStyleVersion() {
        return styles.version();
    }

    private static String relative(String address) {
        String afterScheme = address.substring(address.indexOf("://") + 3);
        return afterScheme.substring(afterScheme.indexOf('/'));
    }

    private static Optional<Actor> loggedIn() {
        Actor actor = ApiSecurity.actor();
        return actor.role() == Role.PUBLIC ? Optional.empty() : Optional.of(actor);
    }
}
