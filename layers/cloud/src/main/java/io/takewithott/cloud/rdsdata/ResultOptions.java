package io.takewithott.cloud.rdsdata;

/** How the caller wants the rows of a result. */
record ResultOptions(
    boolean metadata, RecordsFormat format, DecimalReturn decimals, LongReturn longs) {

  enum RecordsFormat {
    NONE,
    JSON
  }

  enum DecimalReturn {
    STRING,
    DOUBLE_OR_LONG
  }

  enum LongReturn {
    LONG,
    STRING
  }

  /** The form of a result that has no rows. */
  static ResultOptions none() {
    return new ResultOptions(false, RecordsFormat.NONE, DecimalReturn.STRING, LongReturn.LONG);
  }

  static ResultOptions of(RequestMembers members) {
    RequestMembers types = members.structure("resultSetOptions");
    return new ResultOptions(
        members.flag("includeResultMetadata"),
        members.choice("formatRecordsAs", RecordsFormat.NONE),
        types.choice("decimalReturnType", DecimalReturn.STRING),
        types.choice("longReturnType", LongReturn.LONG));
  }
}
