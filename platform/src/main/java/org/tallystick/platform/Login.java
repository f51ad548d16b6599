package org.tallystick.platform;

/**
 * A person who may log in by form.
 *
 * @param username what they type
 * @param passwordHash as Spring Security's delegating encoder writes it, such as {@code {bcrypt}…}
 * @param actor who they are then
 */
public record Login(String username, String passwordHash, Actor actor) {}
