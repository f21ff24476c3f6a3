/** Measures a window that is used for long: what it holds on to, and how soon it answers. */
@org.jspecify.annotations.NullMarked
package stackelberg.workbench.soak;
