package dev.touchstone.contract;

/** What a scanner looks at; a gate asks for kinds, never for products. */
public enum ScannerKind {
    SAST,
    SCA,
    SECRETS,
    IAC,
    DAST,
    IAST,
    OTHER
}
