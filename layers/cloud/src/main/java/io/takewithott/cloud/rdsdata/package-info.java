/**
 * The RDS Data API on one machine: AWS's wire format, refusals and limits over a PostgreSQL server
 * that is reached by JDBC, so that code written for Aurora behaves here as it does there. Where
 * AWS's own behaviour is not documented, the stricter reading holds.
 */
@NullMarked
package io.takewithott.cloud.rdsdata;

import org.jspecify.annotations.NullMarked;
