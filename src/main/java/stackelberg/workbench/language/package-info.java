/**
 * The window's languages. The code speaks English; a bundle says the same in another language, by
 * the English text. What games, followers and runs say they say in English wherever they are, and
 * the window retells it.
 */
@NullMarked
package stackelberg.workbench.language;

import org.jspecify.annotations.NullMarked;
