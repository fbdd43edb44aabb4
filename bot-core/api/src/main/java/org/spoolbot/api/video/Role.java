package org.spoolbot.api.video;

/** What a reference is for. */
public enum Role {
    /** The picture the clip starts with. */
    FIRST_FRAME,
    /** The picture the clip ends with; needs a first frame. */
    LAST_FRAME,
    /** Something the prompt refers to. */
    REFERENCE
}
