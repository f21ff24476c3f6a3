package stackelberg.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component as something that a person can set. The component's name is the JSON
 * field; its Java type decides the form control (see {@link Declared}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** What a form calls it, for instance "Learning rate". */
    String label();

    /** The field's symbol, for instance "ε"; empty if it has none. */
    String symbol() default "";

    /** The unit, for instance "plays"; empty for a pure number. */
    String unit() default "";

    /**
     * The smallest value allowed; of a list, the fewest entries; of a text, the shortest length.
     */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed; of a list, the most entries; of a text, the greatest length. */
    double max() default Double.POSITIVE_INFINITY;

    /** What a row of a table is, for instance "buyer". */
    String rows() default "row";

    /** What a column of a table is, for instance "type". */
    String columns() default "column";

    /** Whether a scenario file must state it; what may be left out takes its default. */
    boolean required() default false;

    /**
     * Whether the program may settle it from the game: it then may be left out or be {@value
     * Declared#AUTOMATIC}; see {@link Declaration#automatic}.
     */
    boolean automatic() default false;

    /**
     * Whether it can be changed while a run goes on: what was learned before keeps its shape under
     * any other value.
     */
    boolean live() default false;

    /** One or two sentences: what it does, and what a larger value changes. */
    String help();

    /** Where it comes from, for instance "Brero et al. 2024, Def. 3.1"; empty if from nowhere. */
    String source() default "";
}
