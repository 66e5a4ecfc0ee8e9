package io.takewithott.payment;

import io.takewithott.cloud.bootpay.BootpayFault;
import io.takewithott.cloud.bootpay.BootpayPlace;

/**
 * One thing that somebody does, and what goes wrong meanwhile.
 *
 * @param user who does it, 2 to 5, where it matters
 * @param number how many days, or which one of several
 */
record Step(Deed deed, long user, int number, Trouble trouble) {

  /** What people, the provider and the schedule do. */
  enum Deed {
    JOIN,
    JOIN_AND_PAY,
    CONFIRM,
    CONFIRM_AGAIN,
    PAY_WITHOUT_APPROVAL,
    NOTICE,
    FORGED_NOTICE,
    CONFIRM_ACCESS,
    LEAVE,
    LEAVE_LATER,
    REMOVE,
    CLAIM_NO_ACCESS,
    CLAIM_ACCESS_LOST,
    HOST_ANSWERS,
    ADMIN_DECIDES,
    CARD,
    RESUME,
    DAYS_PASS,
    MINUTES_PASS,
    MONTH_ENDS,
    RECOVER,
    BILL,
    SETTLE,
    RECONCILE,
    HAND_OVER,
    CLOSE,
    LEAVE_THE_SERVICE,
    REVEAL,
    RESERVE_SCREEN,
    ADMIN_REFUNDS,
    ADMIN_AGREES
  }

  /**
   * @param kind what goes wrong, if anything
   * @param number at which call the process dies, or at which place the provider misbehaves
   */
  record Trouble(Kind kind, int number, BootpayFault fault) {
    enum Kind {
      NONE,
      DIES_BEFORE_A_CALL,
      DIES_AFTER_A_CALL,
      PROVIDER_MISBEHAVES
    }

    BootpayPlace place() {
      return BootpayPlace.values()[number % BootpayPlace.values().length];
    }

    @Override
    public String toString() {
      return switch (kind) {
        case NONE -> "";
        case DIES_BEFORE_A_CALL -> ", dies before call " + number;
        case DIES_AFTER_A_CALL -> ", dies after call " + number;
        case PROVIDER_MISBEHAVES -> ", " + place() + " " + fault;
      };
    }
  }

  @Override
  public String toString() {
    return deed + "(" + user + ", " + number + trouble + ")";
  }
}
