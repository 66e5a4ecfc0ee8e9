/**
 * Being paid: a seat is locked for an order, the provider asked, and its receipt decides what
 * becomes of both. Whatever was taken and is not wanted is given back.
 */
@NullMarked
package io.takewithott.payment.order;

import org.jspecify.annotations.NullMarked;
