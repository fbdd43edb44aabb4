package org.spoolbot.engine.media;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.spoolbot.api.media.MediaLibrary;

/** Binds the store of files. */
public final class MediaModule extends AbstractModule {
    private final Path root;
    private final Ffmpeg ffmpeg;

    /** With HOME's data folder; files lie in its folder {@code media}. */
    public MediaModule(Path homeData) {
        this(homeData, Ffmpeg.on(Objects.requireNonNullElse(System.getenv("PATH"), "")));
    }

    MediaModule(Path homeData, Ffmpeg ffmpeg) {
        this.root = homeData.toAbsolutePath().normalize().resolve("media");
        this.ffmpeg = ffmpeg;
    }

    @Override
    protected void configure() {
        bind(Darkroom.class).in(Singleton.class);
        bind(Cleaning.class).in(Singleton.class);
        bind(Catalogue.class).in(Singleton.class);
        bind(PublicLinks.class).in(Singleton.class);
        bind(DailyIntake.class).in(Singleton.class);
        bind(Receiver.class).in(Singleton.class);
        bind(Ffmpeg.class).toInstance(ffmpeg);
        bind(Fitter.class).in(Singleton.class);
        bind(SoundStudio.class).in(Singleton.class);
        bind(ClipStudio.class).in(Singleton.class);
        bind(Retention.class).in(Singleton.class);
        bind(MediaKeeper.Rhythm.class).in(Singleton.class);
        bind(MediaKeeper.class).in(Singleton.class);
        bind(DiskLibrary.class).in(Singleton.class);
        bind(DiskCabinet.class).in(Singleton.class);
        bind(MediaLibrary.class).to(DiskLibrary.class);
        bind(MediaCabinet.class).to(DiskCabinet.class);
    }

    @Provides
    @Singleton
    Shelf shelf(InstantSource clock) {
        return new Shelf(root, clock);
    }
}
