/**
 * Who shares, for which months they paid, and how a month's money is divided between who leaves and
 * who served.
 */
@NullMarked
package io.takewithott.payment.member;

import org.jspecify.annotations.NullMarked;
