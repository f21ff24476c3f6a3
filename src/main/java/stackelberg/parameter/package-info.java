/**
 * What a person can set, declared once: record components annotated with {@link
 * stackelberg.parameter.Parameter} are at the same time the JSON fields, their validation, their
 * JSON-Schema entries, the form controls with tooltips and the rows of the documentation.
 */
@NullMarked
package stackelberg.parameter;

import org.jspecify.annotations.NullMarked;
