package org.tallystick.platform;

import java.util.Set;

/**
 * An entry of the main navigation. Each area of pages declares its own as a bean.
 *
 * @param order small numbers first
 * @param href also the beginning of the addresses that belong to it
 * @param roles who sees it
 */
public record NavigationItem(int order, String label, String href, Set<Role> roles) {

    /** Whether an address belongs to this entry. */
    public boolean covers(String path) {
        return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
    }
}
