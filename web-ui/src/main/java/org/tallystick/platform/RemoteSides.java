package org.tallystick.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sides over HTTP, for pages in a process of their own. */
@Configuration(proxyBeanMethods = false)
public class RemoteSides {

    @Bean
    CommandPort commandPort(Settings settings, ActorTokens tokens) {
        return new RemoteCommands(new RemoteSide(settings.get(Setting.COMMAND_SIDE_URL), tokens));
    }

    @Bean
    QueryPort queryPort(Settings settings, ActorTokens tokens) {
        return new RemoteQueries(new RemoteSide(settings.get(Setting.QUERY_SIDE_URL), tokens), null);
    }
}
