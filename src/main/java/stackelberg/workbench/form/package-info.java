/**
 * Forms generated from the declarations of parameters: a control for every kind of value, faults
 * shown at the field that has them. Nothing here knows any particular game, follower or learner.
 */
@NullMarked
package stackelberg.workbench.form;

import org.jspecify.annotations.NullMarked;
