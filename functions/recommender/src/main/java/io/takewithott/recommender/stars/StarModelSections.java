package io.takewithott.recommender.stars;

import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.SectionFile;

/**
 * A model of stars as sections of a file ({@link SectionFile}). T titles, S draws of W numbers, M
 * neighbours in all:
 *
 * <pre>
 * "SPAR" 7 floats: mean stars, ridge of a user's bias, variance of a rating; centre and spread of
 *        the users' counts, and of the titles'
 * "SRAT" T ints: how many rated each title
 * "SBIA" T floats: bias of each title
 * "SSTE" T floats: how reliable the ratings of each title are
 * "SWID" 1 int: W
 * "SFRA" T S W floats: what a user is regressed on, of each title and draw
 * "SFEX" T S W floats: what is predicted with
 * "SFLI" (T + 2) S W floats: what having rated a title, then the count features, says
 * "SFCO" S W floats: mean of the users
 * "SFPR" S W floats: their precision
 * "SFNO" S floats: precision of a rating
 * "SNOF" T + 1 ints: where begins what each title is a neighbour of
 * "SNTI" M ints: whose neighbour it is
 * "SNSI" M floats: their similarity
 * "SSTK" 46 floats: the stack
 * "SDBT" 6 floats: the doubt
 * </pre>
 */
public final class StarModelSections {
  private static final int PARAMETERS = 7;

  private StarModelSections() {}

  public static SectionFile.Writer write(StarModel model, SectionFile.Writer file) {
    Baseline baseline = model.baseline();
    FactorModel factors = model.factors();
    ResidualNeighbours neighbours = model.neighbours();
    float[] parameters = {
      baseline.mean(),
      baseline.userRidge(),
      baseline.noiseVariance(),
      factors.counts().centre(),
      factors.counts().spread(),
      model.titleCounts().centre(),
      model.titleCounts().spread()
    };
    return file.floats("SPAR", parameters)
        .ints("SRAT", model.raters())
        .floats("SBIA", baseline.titleBias())
        .floats("SSTE", baseline.steadiness())
        .ints("SWID", new int[] {factors.width()})
        .floats("SFRA", factors.rated())
        .floats("SFEX", factors.expected())
        .floats("SFLI", factors.link())
        .floats("SFCO", factors.common())
        .floats("SFPR", factors.precision())
        .floats("SFNO", factors.noisePrecision())
        .ints("SNOF", neighbours.offsets())
        .ints("SNTI", neighbours.targets())
        .floats("SNSI", neighbours.similarities())
        .floats("SSTK", model.stack().coefficients())
        .floats("SDBT", model.doubt().coefficients());
  }

  /**
   * @throws CorruptFileException when a section is missing or contradicts another
   */
  public static StarModel read(SectionFile file) {
    float[] parameters = file.floats("SPAR");
    int[] width = file.ints("SWID");
    if (parameters.length != PARAMETERS || width.length != 1) {
      throw new CorruptFileException("The parameters of the model of stars are incomplete");
    }
    try {
      Baseline baseline =
          new Baseline(
              parameters[0],
              file.floats("SBIA"),
              parameters[1],
              parameters[2],
              file.floats("SSTE"));
      ResidualNeighbours neighbours =
          new ResidualNeighbours(file.ints("SNOF"), file.ints("SNTI"), file.floats("SNSI"));
      return new StarModel(
          baseline,
          factors(file, width[0], parameters),
          neighbours,
          new Stack(file.floats("SSTK")),
          new Doubt(file.floats("SDBT")),
          file.ints("SRAT"),
          new CountFeatures(parameters[5], parameters[6]));
    } catch (IllegalArgumentException contradiction) {
      throw new CorruptFileException(
          "The model of stars contradicts itself: " + contradiction.getMessage());
    }
  }

  private static FactorModel factors(SectionFile file, int width, float[] parameters) {
    return new FactorModel(
        width,
        parameters[0],
        new CountFeatures(parameters[3], parameters[4]),
        file.floats("SFRA"),
        file.floats("SFEX"),
        file.floats("SFLI"),
        file.floats("SFCO"),
        file.floats("SFPR"),
        file.floats("SFNO"));
  }
}
