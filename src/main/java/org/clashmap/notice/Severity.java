package org.clashmap.notice;

/** How bad a notice is: an error means a record was left out, a warning that it was kept but deserves a look. */
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
