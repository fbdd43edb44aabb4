package org.spoolbot.discord.connection;

/** Why Discord will not have us until the operator has done something. Trying again would only bring a ban of the address nearer. */
public enum Refusal {
    INVALID_TOKEN(
            "Discord refuses the token",
            "set a new one (developer portal, page Bot, Reset Token) as DISCORD_TOKEN or as token in plugins/discord/config.yml, and restart"),
    DISALLOWED_INTENTS(
            "Discord refuses the intents that the bot asks for",
            "the bot asks for none that need approval, so look whether api-url leads to Discord itself; then restart"),
    INVALID_SHARDS(
            "Discord refuses the number of shards",
            "set shards: auto in plugins/discord/config.yml, and restart"),
    INVALID_VERSION(
            "Discord no longer speaks this version of its protocol",
            "install a newer version of Spoolbot");

    private final String reason;
    private final String remedy;

    Refusal(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What is wrong, in a few words. */
    public String reason() {
        return reason;
    }

    /** What is wrong, and what to do. */
    public String advice() {
        return reason + ": " + remedy;
    }
}
