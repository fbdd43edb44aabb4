package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.identity.MemberId;
import java.util.Map;

/** What members prefer. Methods block. */
public interface MemberPreferences {
    /** All stored preferences of a member. */
    Map<String, String> of(MemberId member);

    /** Stores one, or removes it with an empty value. */
    void set(MemberId member, String key, String value);
}
