/**
 * Who watches when: a service lets so many screens of one account play at the same time, and those
 * who share it reserve them by the quarter of an hour, in Korea's time.
 */
@NullMarked
package io.takewithott.payment.screen;

import org.jspecify.annotations.NullMarked;
