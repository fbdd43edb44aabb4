package org.spoolbot.discord.fake;

/** The permission bits that matter to a bot like ours; https://discord.com/developers/docs/topics/permissions. */
public enum Permission {
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_GUILD(5),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    USE_APPLICATION_COMMANDS(31),
    SEND_MESSAGES_IN_THREADS(38),
    MODERATE_MEMBERS(40);

    private final int bit;

    Permission(int bit) {
        this.bit = bit;
    }

    /** Its value in a permission number. */
    public long value() {
        return 1L << bit;
    }

    /** Their sum. */
    public static long sum(Permission... permissions) {
        long sum = 0;
        for (Permission permission : permissions) {
            sum |= permission.value();
        }
        return sum;
    }
}
