package io.takewithott.cloud.sqs;

/** A message as one consumer got it; the receipt stands for this one delivery. */
record ReceivedMessage(StoredMessage message, Receipt receipt) {

  String id() {
    return message.id();
  }
}
