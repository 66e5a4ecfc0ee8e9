package io.takewithott.cloud.bootpay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What it remembers: receipts, billing keys, and cancellations, each done once under its id. */
public final class BootpayBook {
  private static final String WON = "KRW";

  /** After the two letters that an id begins with. */
  private static final int ID_LENGTH = 22;

  private final Map<String, BootpayReceipt> receipts = new LinkedHashMap<>();
  private final Map<String, String> cancellations = new HashMap<>();
  private final Set<String> billingKeys = new HashSet<>();
  private long number;

  /** A customer agrees to pay at the window; nothing is taken yet. */
  public synchronized BootpayReceipt agree(String orderId, String orderName, long price) {
    return add(orderId, orderName, price, BootpayReceipt.AGREED);
  }

  /** A customer pays by a way that needs no approval. */
  public synchronized BootpayReceipt pay(String orderId, String orderName, long price) {
    return add(orderId, orderName, price, BootpayReceipt.PAID);
  }

  /** A customer registers a card at the window. */
  public synchronized BootpayReceipt register(String subscriptionId) {
    String key = "local-key-" + next(subscriptionId);
    billingKeys.add(key);
    BootpayReceipt receipt =
        new BootpayReceipt(
            "rb" + next(subscriptionId),
            subscriptionId,
            "",
            0,
            0,
            WON,
            BootpayReceipt.REGISTERED,
            key);
    receipts.put(receipt.receiptId(), receipt);
    return receipt;
  }

  /** Takes what the customer agreed to, once. */
  synchronized Optional<BootpayReceipt> confirm(String receiptId) {
    return change(
        receiptId,
        receipt ->
            receipt.status() == BootpayReceipt.AGREED
                ? receipt.withStatus(BootpayReceipt.PAID)
                : receipt);
  }

  /** Refuses what the customer agreed to. */
  synchronized Optional<BootpayReceipt> decline(String receiptId) {
    return change(
        receiptId,
        receipt ->
            receipt.status() == BootpayReceipt.AGREED
                ? receipt.withStatus(BootpayReceipt.FAILED)
                : receipt);
  }

  synchronized Optional<BootpayReceipt> charge(
      String billingKey, String orderId, String orderName, long price) {
    return billingKeys.contains(billingKey)
        ? Optional.of(add(orderId, orderName, price, BootpayReceipt.PAID))
        : Optional.empty();
  }

  /**
   * Gives back an amount, once under its id.
   *
   * @param amount 0 for all there is
   */
  synchronized Optional<BootpayReceipt> cancel(String receiptId, String cancelId, long amount) {
    BootpayReceipt receipt = receipts.get(receiptId);
    if (receipt == null) {
      return Optional.empty();
    }
    if (!cancelId.isEmpty() && receiptId.equals(cancellations.get(cancelId))) {
      return Optional.of(receipt);
    }
    long given = amount == 0 ? receipt.held() : amount;
    if (given <= 0 || given > receipt.held()) {
      return Optional.empty();
    }
    cancellations.put(cancelId, receiptId);
    return change(receiptId, paid -> paid.lessBy(given));
  }

  /** Somebody cancels at the provider, past us. */
  public synchronized void cancelOutside(String receiptId) {
    change(receiptId, paid -> paid.held() > 0 ? paid.lessBy(paid.held()) : paid);
  }

  /** It took something else than it was asked to. */
  synchronized void alter(String receiptId, long more, String currency) {
    change(receiptId, receipt -> receipt.withPrice(receipt.price() + more, currency));
  }

  /** The same payment once more, under another receipt. */
  synchronized void repeat(String receiptId) {
    receipt(receiptId)
        .ifPresent(
            paid -> add(paid.orderId(), paid.orderName(), paid.price(), BootpayReceipt.PAID));
  }

  public synchronized Optional<BootpayReceipt> receipt(String receiptId) {
    return Optional.ofNullable(receipts.get(receiptId));
  }

  public synchronized List<BootpayReceipt> ofOrder(String orderId) {
    return receipts.values().stream()
        .filter(receipt -> receipt.billingKey() == null && receipt.orderId().equals(orderId))
        .toList();
  }

  public synchronized List<BootpayReceipt> all() {
    return new ArrayList<>(receipts.values());
  }

  /** Whether there was such a key. */
  synchronized boolean forget(String billingKey) {
    return billingKeys.remove(billingKey);
  }

  /** Nothing has ever happened. Numbers go on, so that no id is used again. */
  public synchronized void clear() {
    receipts.clear();
    cancellations.clear();
    billingKeys.clear();
  }

  private BootpayReceipt add(String orderId, String orderName, long price, int status) {
    BootpayReceipt receipt =
        new BootpayReceipt("rc" + next(orderId), orderId, orderName, price, 0, WON, status, null);
    receipts.put(receipt.receiptId(), receipt);
    return receipt;
  }

  private Optional<BootpayReceipt> change(String receiptId, UnaryOperator<BootpayReceipt> how) {
    return Optional.ofNullable(receipts.computeIfPresent(receiptId, (id, was) -> how.apply(was)));
  }

  /** An id that is not given again either when a stand-in starts anew beside old data. */
  private String next(String about) {
    number++;
    byte[] name = (about + " " + number).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString().replace("-", "").substring(0, ID_LENGTH);
  }
}
