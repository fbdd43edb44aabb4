package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The bot's account, its application, private channels, and what it may look up. */
final class AccountRoutes {
    private final World world;
    private final GatewayHub gateway;
    private final Access access;

    AccountRoutes(World world, GatewayHub gateway) {
        this.world = world;
        this.gateway = gateway;
        access = new Access(world);
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/users/@me", call -> Route.Result.of(self())),
                new Route("GET", "/users/{}", call -> Route.Result.of(user(call.id(0)).json())),
                new Route("POST", "/users/@me/channels", this::privateChannel),
                new Route("GET", "/users/@me/guilds", call -> Route.Result.of(Json.array(world.guilds().stream().map(AccountRoutes::listed).toList()))),
                new Route("GET", "/applications/@me", call -> Route.Result.of(application())),
                new Route("GET", "/oauth2/applications/@me", call -> Route.Result.of(application())),
                new Route("GET", "/gateway", call -> Route.Result.of(Json.object().set("url", gateway.botGateway(Json.object()).path("url")))),
                new Route("GET", "/gateway/bot", call -> Route.Result.of(gateway.botGateway(Json.object()))),
                new Route("GET", "/channels/{}", call -> Route.Result.of(world.look(access.channel(call.id(0))::json))),
                new Route("GET", "/guilds/{}", call -> Route.Result.of(world.look(access.guild(call.id(0))::json))),
                new Route("GET", "/guilds/{}/members/{}", this::member));
    }

    private ObjectNode self() {
        return world.bot().json().put("mfa_enabled", false).put("locale", "en-US").put("verified", true).putNull("email");
    }

    private User user(String id) {
        return id.equals(world.bot().id()) ? world.bot() : world.person(id).map(Person::user).orElseThrow(ApiError::unknownUser);
    }

    /** "Create a new DM channel with a user": users resource. It is made even when the person takes no messages; only sending fails then. */
    private Route.Result privateChannel(Call call) {
        Optional<Person> person = world.person(call.body().path("recipient_id").asText());
        return Route.Result.of(world.look(person.orElseThrow(ApiError::unknownUser).privateChannel()::json));
    }

    private Route.Result member(Call call) {
        Guild guild = access.guild(call.id(0));
        return Route.Result.of(world.look(() -> guild.member(call.id(1)).orElseThrow(ApiError::unknownMember).json()));
    }

    private static ObjectNode listed(Guild guild) {
        ObjectNode json = Json.object().put("id", guild.id()).put("name", guild.name()).put("owner", false).put("permissions", "0");
        json.putNull("icon").putNull("banner").putArray("features");
        return json;
    }

    /** https://discord.com/developers/docs/resources/application#application-object. */
    private ObjectNode application() {
        ObjectNode json = Json.object().put("id", world.applicationId()).put("name", world.bot().name()).put("description", "A bot");
        for (String none : List.of("icon", "type", "interactions_endpoint_url", "role_connections_verification_url", "team")) {
            json.putNull(none);
        }
        json.put("verify_key", "0".repeat(64)).put("flags", 0).put("flags_new", "0").put("explicit_content_filter", 0);
        json.put("approximate_guild_count", world.guilds().size()).put("approximate_user_install_count", 0).put("approximate_user_authorization_count", 0);
        json.putArray("redirect_uris");
        json.putArray("eligible_oauth2_scopes").add("bot").add("applications.commands");
        json.put("bot_public", true).put("bot_require_code_grant", false).put("summary", "");
        json.set("owner", world.personNamed("owner").user().json());
        json.set("bot", world.bot().json());
        return json;
    }
}
