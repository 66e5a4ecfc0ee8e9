package io.takewithott.payment.plan;

import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.List;

/** What can be shared; one database call. */
public final class PlanResource {
  private final PlanStore plans;

  public PlanResource(PlanStore plans) {
    this.plans = plans;
  }

  public Response list(Request request) {
    return Response.ok(new PlansResponse(plans.all()));
  }

  record PlansResponse(List<Plan> plans) {}
}
