package org.tallystick.award;

/** Where one version of an agreement stands. */
public enum AgreementState {
    OFFERED,
    REPLACED,
    SIGNED,
    DECLINED,
    EXPIRED,
    RESCINDED
}
