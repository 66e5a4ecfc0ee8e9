/**
 * The API held against its description: what the gateway is asked and answers while the end-to-end
 * tests run is compared with {@code openapi.json}, and what functions ask of AWS with what {@code
 * template.yaml} grants them.
 */
@NullMarked
package io.takewithott.local.contract;

import org.jspecify.annotations.NullMarked;
