package org.tallystick.platform;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An entry of the main navigation. Each area of pages declares its own as a bean.
 *
 * @param order small numbers first
 * @param href also the beginning of the addresses that belong to it
 * @param roles who sees it
 * @param also other beginnings of addresses that belong to it
 */
public record NavigationItem(int order, String label, String href, Set<Role> roles, List<String> also) {

    /** An entry of the addresses below its own. */
    public NavigationItem(int order, String label, String href, Set<Role> roles) {
        this(order, label, href, roles, List.of());
    }

    /** Whether an address belongs to this entry. */
    public boolean covers(String path) {
        return href.equals("/")
                ? path.equals("/")
                : Stream.concat(Stream.of(href), also.stream())
                        .anyMatch(begin -> path.equals(begin) || path.startsWith(begin + "/"));
    }
}
