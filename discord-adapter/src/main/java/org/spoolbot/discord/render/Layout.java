package org.spoolbot.discord.render;

/** In which of Discord's two kinds of message something is shown. A stacked message cannot become a classic one by an edit. */
public enum Layout {
    /** Content, an embed, rows of buttons. */
    CLASSIC,
    /** A container of components ("Components V2"), with room for a menu in every row. */
    STACKED
}
