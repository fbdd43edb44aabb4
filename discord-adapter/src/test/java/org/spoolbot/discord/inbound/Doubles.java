package org.spoolbot.discord.inbound;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;

/** Stand-ins for JDA's interfaces that answer a few questions. */
final class Doubles {
    private Doubles() {}

    static <T> T of(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) ->
                switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> type.getSimpleName();
                    default -> answers.get(method.getName()) instanceof Supplier<?> made
                            ? made.get()
                            : answers.get(method.getName());
                }));
    }

    static Interaction interaction(String id, Instant createdAt) {
        return of(Interaction.class, Map.of("getId", id, "getTimeCreated", createdAt.atOffset(ZoneOffset.UTC)));
    }

    static RestAction<?> refused(ErrorResponse reason) {
        return of(RestAction.class, Map.of("complete", (Supplier<Object>) () -> {
            throw refusal(reason);
        }));
    }

    static ErrorResponseException refusal(ErrorResponse reason) {
        Response response = new Response(new java.io.IOException("refused"), java.util.Set.of());
        return ErrorResponseException.create(reason, response);
    }
}
