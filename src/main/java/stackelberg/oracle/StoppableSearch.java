package stackelberg.oracle;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * The search for the optimum of a mixed-integer program, which may take minutes, and which a {@link
 * Progress} can cancel. The solver asks nobody while it searches; but before each of its steps it
 * holds the time against its limits, and these can be lowered from outside.
 */
final class StoppableSearch {
    /** How often it is asked whether to go on. */
    private static final long ASKED_MILLIS = 20;

    private final ExpressionsBasedModel model;

    StoppableSearch(ExpressionsBasedModel model) {
        this.model = model;
    }

    /**
     * The optimum; the same bits as if the model were asked itself.
     *
     * @throws CancellationException if {@code progress} gives up, once the solver has ended
     */
    Optimisation.Result maximise(Progress progress) {
        FutureTask<Optimisation.Result> search = new FutureTask<>(model::maximise);
        Thread solver = new Thread(search, "mixed-integer program");
        solver.setDaemon(true);
        solver.start();
        try {
            while (true) {
                try {
                    return search.get(ASKED_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // How much is left to be searched is not known.
                    progress.at(0);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } finally {
            end(search);
        }
    }

    /** Lets the solver end at its next step, unless it has ended. */
    private void end(FutureTask<Optimisation.Result> search) {
        if (!search.isDone()) {
            model.options.time_abort = 0;
            model.options.time_suffice = 0;
            model.options.iterations_abort = 0;
            model.options.iterations_suffice = 0;
        }
    }
}
