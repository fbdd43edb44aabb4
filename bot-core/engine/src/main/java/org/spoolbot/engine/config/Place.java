package org.spoolbot.engine.config;

/**
 * Where something stands in a file.
 *
 * @param file the file as the operator knows it
 * @param line from 1; 0 where none can be named
 */
record Place(String file, int line) {}
