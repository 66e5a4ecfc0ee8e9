package io.takewithott.core.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          # X-Ray's header | Lambda's request id | what the statement bears
          Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1 | 0af76519-16cd-43dd-8448-eb211c80319c | 00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01
          Sampled=0;Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Lineage=1:a:0 | x | 00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00
          Root=1-5759e988-bd862e3fe1be46a994272793 | 0af76519-16cd-43dd-8448-eb211c80319c | 00-5759e988bd862e3fe1be46a994272793-0af7651916cd43dd-00
          Root=1-5759e988-bd862e3fe1be46a994272793 | x | 00-5759e988bd862e3fe1be46a994272793-5759e988bd862e3f-00
          '' | 0AF76519-16CD-43DD-8448-EB211C80319C | 00-0af7651916cd43dd8448eb211c80319c-0af7651916cd43dd-00
          Root=1-5759e988-'*/drop table users-- | 0af76519-16cd-43dd-8448-eb211c80319c | 00-0af7651916cd43dd8448eb211c80319c-0af7651916cd43dd-00
          Root=1-00000000-000000000000000000000000 | 0af76519-16cd-43dd-8448-eb211c80319c | none
          '' | priming | none
          """)
  void anInvocationHasATrace(String xray, String requestId, String traceparent) {
    assertThat(Trace.of(xray, requestId).map(Trace::traceparent).orElse(null))
        .isEqualTo(traceparent);
  }
}
