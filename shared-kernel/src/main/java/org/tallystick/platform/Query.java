package org.tallystick.platform;

/**
 * A question to the read models; who may ask which is in {@link Access}, its address in {@link Resources}.
 *
 * @param <R> the answer
 */
public interface Query<R> {}
