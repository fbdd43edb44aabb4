package org.spoolbot.providers.sandbox.shelf;

import java.time.Duration;

/**
 * What a shelf holds.
 *
 * @param files the most files
 * @param fileBytes the largest file
 * @param totalBytes all files together
 * @param kept how long each is kept
 */
public record ShelfLimits(int files, long fileBytes, long totalBytes, Duration kept) {}
