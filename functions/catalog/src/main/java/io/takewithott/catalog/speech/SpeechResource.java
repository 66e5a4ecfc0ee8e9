package io.takewithott.catalog.speech;

import io.takewithott.catalog.limits.DailyLimit;
import io.takewithott.catalog.limits.DailyUses;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audio in, text out. One database call, which counts it. What was said is neither kept nor logged.
 */
public final class SpeechResource {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechResource.class);

  /** Half a minute at 16 kHz and 16 bits; a line takes a few seconds. */
  static final int LARGEST_BYTES = 1 << 20;

  private final SpeechToText speech;
  private final DailyUses uses;
  private final InstantSource clock;

  SpeechResource(SpeechToText speech, DailyUses uses, InstantSource clock) {
    this.speech = speech;
    this.uses = uses;
    this.clock = clock;
  }

  /** {@code ?language=ko}, {@code en} or {@code ja}; the body is the audio. */
  public Response hear(Request request) {
    Caller caller = request.requireCaller();
    SpokenLanguage language =
        SpokenLanguage.of(request.query("language").orElse("ko"))
            .orElseThrow(() -> invalid("language", "language is ko, en or ja"));
    byte[] audio = request.bytes(LARGEST_BYTES);
    if (AudioKind.of(audio).isEmpty()) {
      throw invalid("audio", "The body must be audio: WAV, OGG, FLAC, MP3, AAC or AC3");
    }
    uses.count(DailyLimit.SPEECH, caller.userId(), clock.instant());
    String text = heard(audio, language);
    return Response.ok(new Heard(text, !text.isEmpty()));
  }

  private String heard(byte[] audio, SpokenLanguage language) {
    try {
      return speech.hear(audio, language);
    } catch (SpeechException failure) {
      if (failure.reason() == SpeechException.Reason.REFUSED) {
        throw invalid("audio", "The recogniser could not make anything of this audio");
      }
      LOG.atError()
          .setCause(failure)
          .addKeyValue("reason", failure.reason().name())
          .log("speech could not be recognised");
      throw new AppException(
          ErrorCode.SPEECH_UNAVAILABLE,
          "Speech cannot be recognised here at the moment; type what was said");
    }
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }

  /**
   * @param heard whether anything was said
   */
  record Heard(String text, boolean heard) {}
}
