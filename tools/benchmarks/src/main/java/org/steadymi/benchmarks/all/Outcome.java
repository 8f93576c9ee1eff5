package org.steadymi.benchmarks.all;

import java.util.Optional;

/**
 * How a page came about.
 *
 * @param page which
 * @param seconds wall time of the verb
 * @param failure why the verb failed, in one line; empty if it did not
 */
record Outcome(Page page, double seconds, Optional<String> failure) {}
