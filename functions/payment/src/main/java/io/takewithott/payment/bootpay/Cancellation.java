package io.takewithott.payment.bootpay;

import io.takewithott.payment.money.Won;

/**
 * Money to be given back.
 *
 * @param cancelId what it is known by, so that it is done once
 * @param price nothing for all there is
 */
public record Cancellation(String receiptId, String cancelId, Won price, String message) {}
