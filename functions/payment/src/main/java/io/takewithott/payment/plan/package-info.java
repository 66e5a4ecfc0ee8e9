/**
 * What can be shared at what price, and the rules of the services, as data with source and date.
 */
@NullMarked
package io.takewithott.payment.plan;

import org.jspecify.annotations.NullMarked;
