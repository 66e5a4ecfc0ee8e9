package io.takewithott.trainer;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark in this process, on two threads. */
final class LocalSpark {
  private LocalSpark() {}

  static JavaSparkContext start() {
    return new JavaSparkContext(
        TrainerCommand.settings(new SparkConf())
            .setMaster("local[2]")
            .setAppName("test")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1"));
  }
}
