package io.takewithott.benchmarks.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Line charts as PNG files. */
public final class Plot {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 540;

  private Plot() {}

  /** A line of values over named places; {@code NaN} leaves a gap. */
  public record Line(String name, List<Double> values) {}

  /** A line through points of two numbers. */
  public record Curve(String name, List<Double> x, List<Double> y) {}

  public static void overNames(
      String title, String xTitle, String yTitle, List<String> names, List<Line> lines, Path file)
      throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Line);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setOverlapped(true);
    for (Line line : lines) {
      chart.addSeries(line.name(), names, withGaps(line.values()));
    }
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  /** The chart draws nothing where there is no number at all. */
  private static List<@Nullable Double> withGaps(List<Double> values) {
    List<@Nullable Double> gapped = new ArrayList<>();
    for (Double value : values) {
      gapped.add(value.isNaN() ? null : value);
    }
    return gapped;
  }

  /** Both axes logarithmic. */
  public static void overNumbers(
      String title, String xTitle, String yTitle, List<Curve> curves, Path file)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    for (Curve curve : curves) {
      chart.addSeries(curve.name(), curve.x(), curve.y());
    }
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }
}
