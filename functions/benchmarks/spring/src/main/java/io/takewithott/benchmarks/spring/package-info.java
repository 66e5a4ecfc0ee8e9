/**
 * The least that answers the HTTP API in Spring Boot, on the same servlet container as ours: what
 * many would have written instead.
 */
package io.takewithott.benchmarks.spring;
