package org.spoolbot.discord.render;

/** How a message of Discord is laid out. An edit cannot change it. */
public enum Layout {
    /** Text, an embed, rows of buttons. */
    CLASSIC,
    /** Components of the second version: everything stacked, menus too. */
    STACKED
}
