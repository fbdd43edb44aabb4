package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be asked for now.
 *
 * @param everything all models of all gateways, in order of preference
 * @param asked those that may make a request: of the model it names, else all that are not mere samples of others
 * @param makers those that take its files the way they are meant, whatever model it names
 * @param able what those can do that may and take the files; all that may if none does, so that a card keeps its menus
 */
record Studio(List<Model> everything, List<Model> asked, List<Model> makers, List<Capabilities> able) {
    /** The most files of one draft, whatever the model. */
    static final int MAX_FILES = 12;

    /** Whatever the request. */
    static Studio of(List<VideoProvider> providers) {
        return of(providers, Optional.empty());
    }

    /** Whatever the request is, of a model that may be named. */
    static Studio of(List<VideoProvider> providers, Optional<String> model) {
        List<Model> all = all(providers);
        List<Model> asked = asked(all, model);
        return new Studio(all, asked, withoutForeignSamples(all), asked.stream().map(Model::capabilities).toList());
    }

    /** For one request: its files, their use, and the model it may name. */
    static Studio of(List<VideoProvider> providers, VideoRequest request) {
        List<Model> all = all(providers);
        List<Model> asked = asked(all, request.model());
        List<Model> able = asked.stream().filter(model -> takes(model, request)).toList();
        return new Studio(
                all,
                asked,
                withoutForeignSamples(all).stream().filter(model -> takes(model, request)).toList(),
                (able.isEmpty() ? asked : able).stream().map(Model::capabilities).toList());
    }

    private static List<Model> asked(List<Model> all, Optional<String> wanted) {
        return wanted.filter(name -> all.stream().anyMatch(model -> model.id().equals(name)))
                .map(name -> all.stream().filter(model -> model.id().equals(name)).toList())
                .orElseGet(() -> withoutForeignSamples(all));
    }

    private static List<Model> all(List<VideoProvider> providers) {
        return providers.stream().flatMap(provider -> provider.models().stream()).toList();
    }

    /** Who asks for a clip gets no sample in its place unless samples come first. */
    private static List<Model> withoutForeignSamples(List<Model> all) {
        boolean samplesFirst = all.isEmpty() || all.getFirst().sample();
        return samplesFirst ? all : all.stream().filter(model -> !model.sample()).toList();
    }

    private static boolean takes(Model model, VideoRequest request) {
        return model.capabilities().takes(request.mode(), request.references());
    }

    /** Whether one of the models that may make it takes such files in such a use. */
    boolean makes(VideoRequest request) {
        return asked.stream().anyMatch(model -> takes(model, request));
    }

    /** All names that there are. */
    List<String> names() {
        return everything.stream().map(Model::id).distinct().toList();
    }

    /** The names of the models that take the files. */
    List<String> models() {
        return makers.stream().map(Model::id).distinct().toList();
    }

    /** In seconds, ascending. */
    List<Integer> lengths() {
        return merged(Capabilities::lengths).stream().sorted().toList();
    }

    /** In the order to show. */
    List<Ratio> ratios() {
        return merged(Capabilities::ratios);
    }

    /** Ascending. */
    List<Resolution> resolutions() {
        return merged(Capabilities::resolutions).stream().sorted().toList();
    }

    /** Whether sound can be switched off. */
    boolean canBeSilent() {
        return able.stream().anyMatch(one -> one.has(Capabilities.Feature.AUDIO_SWITCH));
    }

    /** In characters; 0 if no gateway is there. */
    int maxPromptLength() {
        return able.stream().mapToInt(Capabilities::maxPromptLength).max().orElse(0);
    }

    private <T> List<T> merged(Function<Capabilities, List<T>> part) {
        return able.stream().flatMap(one -> part.apply(one).stream()).distinct().toList();
    }
}
