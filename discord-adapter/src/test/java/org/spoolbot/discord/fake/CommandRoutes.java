package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Registration: https://discord.com/developers/docs/interactions/application-commands#endpoints. */
final class CommandRoutes {
    private final World world;
    private final Access access;

    CommandRoutes(World world) {
        this.world = world;
        access = new Access(world);
    }

    List<Route> routes() {
        String global = "/applications/{}/commands";
        String guild = "/applications/{}/guilds/{}/commands";
        return List.of(
                new Route("GET", global, call -> list(call, Commands.GLOBAL)),
                new Route("PUT", global, call -> replace(call, Commands.GLOBAL)),
                new Route("POST", global, call -> upsert(call, Commands.GLOBAL)),
                new Route("DELETE", global + "/{}", call -> delete(call, Commands.GLOBAL, 1)),
                new Route("GET", guild, call -> list(call, scope(call))),
                new Route("PUT", guild, call -> replace(call, scope(call))),
                new Route("POST", guild, call -> upsert(call, scope(call))),
                new Route("DELETE", guild + "/{}", call -> delete(call, scope(call), 2)));
    }

    private String scope(Call call) {
        return world.anyGuild(call.id(1)).filter(guild -> world.look(guild::hasBot)).map(Guild::id).orElseThrow(ApiError::missingAccess);
    }

    private Commands table(Call call) {
        if (!call.id(0).equals(world.applicationId())) {
            throw new ApiError(403, 20012, "You are not authorized to perform this action on this application");
        }
        return world.commandTable();
    }

    private Route.Result list(Call call, String scope) {
        Function<ObjectNode, ObjectNode> view = call.flag("with_localizations") ? Function.identity() : CommandDefaults::withoutLocalizations;
        return Route.Result.of(Json.array(table(call).of(scope).stream().map(view).toList()));
    }

    private Route.Result replace(Call call, String scope) {
        return Route.Result.of(Json.array(table(call).replace(scope, Json.objects(call.body()))));
    }

    private Route.Result upsert(Call call, String scope) {
        if (!(call.body() instanceof ObjectNode wanted)) {
            throw ApiError.invalidForm("a command");
        }
        return new Route.Result(201, table(call).upsert(scope, wanted));
    }

    private Route.Result delete(Call call, String scope, int index) {
        table(call).delete(scope, call.id(index));
        return Route.Result.NOTHING;
    }
}
