package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ExecuteStatement and BatchExecuteStatement ask for beyond the cluster. */
record StatementRequest(
    NamedParameters sql,
    List<ParameterBinder> sets,
    Optional<String> database,
    Optional<String> transactionId,
    ResultOptions options,
    boolean continueAfterTimeout) {

  static StatementRequest execute(ClusterRequest cluster, RdsDataLimits limits) {
    RequestMembers members = cluster.members();
    String text = members.required("sql", 0, limits.sqlCharacters());
    ResultOptions options = ResultOptions.of(members);
    boolean continueAfterTimeout = members.flag("continueAfterTimeout");
    List<JsonNode> parameters = members.list("parameters");
    Optional<String> transactionId = transactionId(members);
    members.requireValid();
    NamedParameters sql = single(text);
    return new StatementRequest(
        sql,
        List.of(binder(sql, parameters)),
        cluster.database(),
        transactionId,
        options,
        continueAfterTimeout);
  }

  static StatementRequest batch(ClusterRequest cluster, RdsDataLimits limits) {
    RequestMembers members = cluster.members();
    String text = members.required("sql", 0, limits.sqlCharacters());
    List<JsonNode> parameterSets = members.list("parameterSets");
    Optional<String> transactionId = transactionId(members);
    members.requireValid();
    NamedParameters sql = single(text);
    if (sql.terminated()) {
      throw DataApiException.badRequest(
          "Don't include a semicolon (;) at the end of the SQL statement");
    }
    List<ParameterBinder> sets = new ArrayList<>(parameterSets.size());
    for (JsonNode set : parameterSets) {
      sets.add(binder(sql, elements(set)));
    }
    if (sets.isEmpty()) {
      sets.add(binder(sql, List.of()));
    }
    return new StatementRequest(
        sql, sets, cluster.database(), transactionId, ResultOptions.none(), false);
  }

  private static Optional<String> transactionId(RequestMembers members) {
    return members.optional("transactionId", 0, ClusterRequest.LONGEST_TRANSACTION_ID);
  }

  private static NamedParameters single(String text) {
    NamedParameters sql = NamedParameters.parse(text);
    if (sql.statements() > 1) {
      throw DataApiException.badRequest("Multistatements aren't supported");
    }
    return sql;
  }

  private static List<JsonNode> elements(JsonNode list) {
    if (!list.isArray()) {
      throw DataApiException.serialization("Start of list expected at 'parameterSets'");
    }
    List<JsonNode> elements = new ArrayList<>(list.size());
    list.forEach(elements::add);
    return elements;
  }

  private static ParameterBinder binder(NamedParameters sql, List<JsonNode> json) {
    List<SqlParameter> parameters = new ArrayList<>(json.size());
    for (int i = 0; i < json.size(); i++) {
      parameters.add(SqlParameter.of(json.get(i), i));
    }
    return ParameterBinder.of(sql.names(), parameters);
  }
}
