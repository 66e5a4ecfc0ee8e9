package io.takewithott.benchmarks.start;

/** How long a warm instance takes for one route. */
record RouteTimes(String java, String route, Quantiles millis) {}
