package org.spoolbot.api.video;

/** How references drive a clip. The modes exclude each other at every known gateway. */
public enum Mode {
    /** Words only. */
    TEXT,
    /** One picture that the clip starts with. */
    FIRST_FRAME,
    /** Two pictures: the clip's start and its end. */
    FIRST_LAST_FRAME,
    /** Pictures, clips and sounds that the prompt refers to. */
    REFERENCE
}
