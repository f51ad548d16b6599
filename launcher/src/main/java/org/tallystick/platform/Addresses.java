package org.tallystick.platform;

import org.springframework.context.ApplicationContext;

/** The address a person types to reach a process. */
final class Addresses {

    private Addresses() {}

    static String of(ApplicationContext context) {
        String address = context.getBean(Settings.class).get(Setting.ADDRESS);
        String host = address.contains(":") ? "[" + address + "]" : "127.0.0.1".equals(address) ? "localhost" : address;
        return "http://" + host + ":" + context.getEnvironment().getProperty("local.server.port") + "/";
    }
}
