package org.tallystick.platform;

/** Provisional. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@org.springframework.context.annotation.Import(PlatformConfiguration.class)
public class QuerySide {}
