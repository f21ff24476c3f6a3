package stackelberg.game;

/**
 * One event of a play, for a person who steps through it.
 *
 * @param kind what sort of event, in a word or two, for instance "Price"
 * @param words a sentence
 */
public record PlayEvent(String kind, String words) {}
