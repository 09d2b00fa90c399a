package dev.touchstone.bench;

import java.util.List;

/** Measures one or more budgets; takes care of its own warm-up and of the limit beside it. */
public interface Benchmark {

    List<Measurement> measure() throws Exception;
}
