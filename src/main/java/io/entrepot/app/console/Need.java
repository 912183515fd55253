package io.entrepot.app.console;

/**
 * Something that a person should look at.
 *
 * @param mark fail, warn or unknown
 * @param title key of its sentence, which takes the count and the name
 * @param help key of what to do
 * @param link where to do it
 */
record Need(String mark, String title, String help, long count, String name, String link) {}
