package org.spoolbot.engine.media;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.video.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The engine's side of the media store; plugins see {@code MediaLibrary}. Methods block. */
public interface MediaCabinet {
    /** A fresh path in the store's working folder, for a download; removed at the next start if left behind. */
    Path newWorkFile(String suffix) throws IOException;

    /** Sniffs, measures and stores a finished work file under its hash as a clip; the file is moved. Fails if it is no video. */
    MediaFile keepClip(Path workFile) throws IOException;

    /** The stored file. */
    Optional<MediaFile> find(String sha256);

    /** Where exactly the stored bytes lie for everybody to read, as long as that is believed to last. Never logged. */
    Optional<PublicLink> publicLink(String sha256);

    /** Stores a finished work file with the picture that a clip ends with, as long as clips are kept; the file is moved. Fails if it is no picture. */
    MediaFile keepFrame(Path workFile) throws IOException;

    /** The picture that a clip ends with, cut out of it, where that can be done: always with ffmpeg, of H.264 without it too. */
    Optional<MediaFile> cutLastFrame(MediaFile clip);

    /** The same file among the references, so that the request it goes with no longer depends on the clip it came from. */
    MediaFile lend(MediaFile file) throws IOException;

    /** Removes a clip or its last frame, and what was made of it; the same file among the references stays. */
    void remove(String sha256);

    /** A still picture of a clip, where one can be made (needs ffmpeg). */
    Optional<MediaFile> poster(MediaInfo clip);

    /** What is wrong with references for a model: one sentence each, naming "image 2" and the numbers. */
    List<Phrase> check(List<Reference> references, Capabilities capabilities);

    /** What {@link #fit} will do to references so that a model takes them: one sentence each for the member; nothing is done yet. */
    List<Phrase> adjustments(List<Reference> references, Capabilities capabilities);

    /**
     * The file as the model takes it: made smaller or converted if that loses nothing that matters.
     *
     * @throws UnusableFileException if the file turns out to be none that the model takes, whatever is done to it
     */
    MediaFile fit(Reference reference, Capabilities capabilities) throws IOException;

    /** A smaller encoding of a clip that fits into so many bytes, if ffmpeg is installed. */
    Optional<MediaFile> shrink(MediaFile clip, long maxBytes);

    /** Whether the store can take more: free disk above its floor. */
    boolean hasRoom();
}
