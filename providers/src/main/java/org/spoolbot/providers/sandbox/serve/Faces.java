package org.spoolbot.providers.sandbox.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.render.Tile;
import org.spoolbot.providers.sandbox.task.ClipOrder;

/** Finds faces where the directive {@code face} says that there are some; an asset has been looked at before. */
public final class Faces {

    /** Seedance's code for a picture of a real person. */
    public static final String CODE = "InputImageSensitiveContentDetected.PrivacyInformation";

    private Faces() {}

    /**
     * Refuses an order with faces.
     *
     * @param order the order
     * @param directives its instructions
     * @param wording how to refuse
     * @param places names a reference by its number among all references, from 0, such as {@code content[1]}
     * @throws RefusedRequest if there is a face
     */
    public static void check(ClipOrder order, Directives directives, Wording wording, IntFunction<String> places) throws RefusedRequest {
        List<String> found = new ArrayList<>();
        int picture = 0;
        for (int number = 0; number < order.references().size(); number++) {
            ClipOrder.Reference reference = order.references().get(number);
            if (reference.kind() == Tile.Kind.IMAGE && directives.seesFace(++picture) && !isAsset(reference)) {
                found.add("'" + places.apply(number) + "'");
            }
        }
        if (!found.isEmpty()) {
            String all = String.join(" ", found);
            String message = "The request failed because the input image " + all + " may contain real person.";
            throw new RefusedRequest(wording.refusal(CODE, message));
        }
    }

    private static boolean isAsset(ClipOrder.Reference reference) {
        return reference.source() instanceof ClipOrder.Source.Address(String url) && url.startsWith("asset://");
    }

    /** Words a refusal. */
    @FunctionalInterface
    public interface Wording {

        /**
         * A refusal.
         *
         * @param code Seedance's code
         * @param message Seedance's sentence
         * @return the refusal as the dialect has it
         */
        Fault refusal(String code, String message);
    }
}
