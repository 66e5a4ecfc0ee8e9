package io.takewithott.benchmarks.start;

import io.takewithott.local.template.FunctionDefinition;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is started, and the event that it is sent.
 *
 * @param modes in which it is started
 * @param event a new one for each start, good for as many calls as are made then
 */
record Subject(String name, FunctionDefinition function, Set<Mode> modes, Supplier<byte[]> event) {}
