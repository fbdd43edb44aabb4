package org.spoolbot.telegram.outbound;

import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.identity.Account;

/** Who the bot is, and what is known of those it speaks to. */
public interface Bot {
    /** The name behind the {@code @}; empty until Telegram told it. */
    String userName();

    /** The language somebody, or anybody of a group, spoke last, as far as it is in memory. */
    Locale languageOf(Optional<Account> account);

    /** Opens the private chat. */
    default String startLink() {
        return "https://t.me/" + userName() + "?start=hi";
    }
}
