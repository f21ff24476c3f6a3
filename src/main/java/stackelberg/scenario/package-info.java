/** What a person assembles and saves: scenarios as records, their JSON, their faults. */
@NullMarked
package stackelberg.scenario;

import org.jspecify.annotations.NullMarked;
