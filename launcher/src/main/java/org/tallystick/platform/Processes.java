package org.tallystick.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The processes an installation can be made of: everything in one, or each side and the pages on their own. */
record Processes(List<Class<?>> parts) {

    static final Processes ALL =
            new Processes(List.of(CommandSide.class, QuerySide.class, WebUi.class, SelfVerification.class));
    static final Processes COMMAND_SIDE = new Processes(List.of(CommandSide.class));
    static final Processes QUERY_SIDE = new Processes(List.of(QuerySide.class, SelfVerification.class));
    static final Processes WEB_UI = new Processes(List.of(WebUi.class, RemoteSides.class));
    static final Processes BOTH_SIDES = new Processes(List.of(CommandSide.class, QuerySide.class));

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {}

    /**
     * Starts it and returns when it answers requests.
     *
     * @param settings by the names of environment variables; they come before the environment's own
     * @throws SettingsFault where a setting is wrong
     */
    ConfigurableApplicationContext start(Map<String, Object> settings) {
        return run(settings, WebApplicationType.SERVLET);
    }

    /** Starts it without any endpoint, for a command line. */
    ConfigurableApplicationContext startQuietly(Map<String, Object> settings) {
        return run(settings, WebApplicationType.NONE);
    }

    private ConfigurableApplicationContext run(Map<String, Object> settings, WebApplicationType type) {
        Settings.read(name -> {
            Object value = settings.get(name);
            return value == null ? System.getenv(name) : value.toString();
        });
        SpringApplication application = new SpringApplication(
                Stream.concat(Stream.of(Server.class), parts.stream()).toArray(Class<?>[]::new));
        application.setWebApplicationType(type);
        // A command ends what it has begun before it closes anything.
        application.setRegisterShutdownHook(type != WebApplicationType.NONE);
        application.setDefaultProperties(settings);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("command line-systemEnvironment", settings)));
        return application.run();
    }
}
