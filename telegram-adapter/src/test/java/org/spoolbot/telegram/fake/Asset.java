package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** A medium as it stands in a message: an object, or the sizes of a photo, smallest first. */
record Asset(Kind kind, JsonNode json) {}
