package stackelberg.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import stackelberg.network.BackEnd;

/** One gradient step of a 24–64–64–4 network: forward, backward, Adam. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MinibatchBenchmark {
    @Param({"1", "64", "256", "2048"})
    public int rows;

    @Param public BackEnd backEnd;

    private Work work;

    @Setup
    public void prepare() {
        work = new MinibatchWork(64, rows, backEnd);
    }

    @Benchmark
    public long step() {
        return work.run();
    }
}
