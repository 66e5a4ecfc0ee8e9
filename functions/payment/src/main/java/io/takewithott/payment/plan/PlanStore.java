package io.takewithott.payment.plan;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.List;
import java.util.Optional;

/** The plans; every method is one call. */
public final class PlanStore {
  private static final String PLANS =
      """
      select service, plan, name, english_name, price, seats, seat_type, seat_price, relation, rule,
             english_rule, rule_source, to_char(rule_as_of, 'YYYY-MM-DD') as rule_as_of, fee
        from party_plans
      """;

  private final Database database;

  public PlanStore(Database database) {
    this.database = database;
  }

  List<Plan> all() {
    return database.read(Sql.of(PLANS + " order by service, price, plan"), Plan.class);
  }

  public Optional<Plan> find(String service, String plan) {
    return database.readOne(
        Sql.of(PLANS + " where service = :service and plan = :plan")
            .bind("service", service)
            .bind("plan", plan),
        Plan.class);
  }
}
