package org.spoolbot.providers.gateway;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;

/** One way to speak to gateways: a package of pure mappers, data about models, and a thin client. */
public interface Dialect {
    /** Its name in settings, for example {@code evolink}. */
    String name();

    /** Where the vendor's gateway is, if the settings name no other. */
    URI vendor();

    /** The vendor's models in order of preference; settings may change them. */
    List<Model> models();

    /** The switches of the settings that mean something here; another one is a fault of the settings. */
    Set<GatewaySwitch> switches();

    /** A gateway that is spoken to so. Opens no connection yet. */
    VideoProvider open(GatewaySettings settings, GatewayLines lines);
}
