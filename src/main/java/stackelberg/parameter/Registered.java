package stackelberg.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a record class that a scenario can choose by {@code "type"}. The class is made known by one
 * line in {@code META-INF/services} and needs a constructor without arguments: its defaults.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Registered {
    /** The value of the JSON field {@code "type"}, for instance "normal-form". */
    String type();

    /** What the window calls it, for instance "Normal form". */
    String label();

    /** One or two sentences for a person choosing among the members of the family. */
    String help();

    /** Where it comes from; empty if from nowhere. */
    String source() default "";
}
