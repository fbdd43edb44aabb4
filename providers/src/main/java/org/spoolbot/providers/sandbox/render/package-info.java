/**
 * Makes the sandbox's clips: a moving landscape with the prompt, the references and a SAMPLE mark, as H.264 with AAC in an mp4 whose
 * index comes first. Pure Java, headless, with its own fonts.
 */
@NullMarked
package org.spoolbot.providers.sandbox.render;

import org.jspecify.annotations.NullMarked;
