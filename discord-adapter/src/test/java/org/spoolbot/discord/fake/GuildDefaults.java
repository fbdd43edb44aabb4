package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fields of a guild that nothing here ever changes. */
final class GuildDefaults {
    private static final List<String> NONE = List.of(
            "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id", "afk_channel_id", "system_channel_id",
            "widget_channel_id", "max_presences", "vanity_url_code", "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id",
            "hub_type", "incidents_data");

    private static final List<String> ZERO = List.of(
            "system_channel_flags", "verification_level", "default_message_notifications", "mfa_level", "explicit_content_filter",
            "max_stage_video_channel_users", "max_video_channel_users", "premium_subscription_count", "nsfw_level");

    private GuildDefaults() {}

    static ObjectNode json() {
        ObjectNode json = Json.object();
        NONE.forEach(json::putNull);
        ZERO.forEach(field -> json.put(field, 0));
        List.of("features", "emojis", "stickers").forEach(json::putArray);
        // 0 is not one of the allowed times; JDA gives up on the whole guild over it.
        json.put("afk_timeout", 300).put("max_members", 500_000).put("region", "deprecated").put("preferred_locale", "en-US");
        return json.put("widget_enabled", false).put("premium_progress_bar_enabled", false).put("nsfw", false);
    }
}
