package io.takewithott.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A few films with people and lines, and events that ask for them. */
final class SearchScene {
  static final long MEMBER = 1;
  static final long ADMIN = 2;
  static final String SESSION = "5f0c3a52-2f0c-4c65-9f0e-7b1f5e1f9a10";

  static final String ROWS =
      """
      insert into users (user_id, nickname) values (1, '미나'), (2, '관리자');
      update users set role = 'admin' where user_id = 2;
      insert into sessions (session_id, user_id, device, address, opened_at, last_seen_at, expires_at)
      values ('5f0c3a52-2f0c-4c65-9f0e-7b1f5e1f9a10', 2, 'test', '', now(), now(), now() + interval '1 day');
      insert into titles (title_id, title, original_title, english_title, year, age_rating, source, source_key)
      values (1, '실미도', '실미도', 'Silmido', 2003, '15', 'test', '1'),
             (2, '올드보이', '올드보이', 'Oldboy', 2003, '19', 'test', '2'),
             (3, '인셉션', 'Inception', 'Inception', 2010, '12', 'test', '3'),
             (4, '살인의 추억', '살인의 추억', 'Memories of Murder', 2003, '15', 'test', '4'),
             (5, '100% 사랑', '100% 사랑', null, null, null, 'test', '5'),
             (6, '기생충', '기생충', 'Parasite', 2019, '15', 'test', '6');
      insert into title_aliases (title_id, alias) values (4, '살추'), (3, '꿈속의 꿈');
      insert into title_genres values (1, 'drama', 1), (1, 'action', 2);
      insert into people (person_id, name, original_name)
      values (1, '강우석', 'Kang Woo-suk'), (2, '설경구', 'Sol Kyung-gu'), (3, '봉준호', 'Bong Joon-ho');
      insert into credits values (1, 1, 'director', 1), (1, 2, 'cast', 1), (4, 3, 'director', 1), (6, 3, 'director', 1);
      insert into famous_lines (line_id, title_id, line, speaker)
      values (1, 1, '날 쏘고 가라', '최재현'), (2, 1, '비겁한 변명입니다!', '강인찬'),
             (3, 4, '밥은 먹고 다니냐?', '박두만'), (4, 2, '누구냐, 너?', '오대수'),
             (5, 6, '아들아, 너는 계획이 다 있구나', '기택'), (6, 2, 'Ditto <b>"&amp;', null),
             (7, 4, '야, 4885. 너지?', '엄중호');
      """;

  private SearchScene() {}

  static Map<String, String> environment(TestDatabase database, TestEndpoints endpoints) {
    Map<String, String> environment = new HashMap<>(endpoints.environment());
    environment.putAll(database.environment());
    environment.put("TWO_BUCKET", TestEndpoints.BUCKET);
    environment.put("TWO_INDEX_QUEUE_URL", endpoints.queueUrl());
    return environment;
  }

  static ObjectNode get(String event, String... parameters) {
    ObjectNode node = EventFiles.read("catalog/" + event);
    StringBuilder raw = new StringBuilder();
    ObjectNode query = node.putObject("queryStringParameters");
    for (int i = 0; i < parameters.length; i += 2) {
      query.put(parameters[i], parameters[i + 1]);
      raw.append(raw.isEmpty() ? "" : "&")
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    node.put("rawQueryString", raw.toString());
    return node;
  }

  static ObjectNode as(ObjectNode event, long userId) {
    ObjectNode caller = event.withObject("/requestContext/authorizer/lambda");
    caller.put("userId", Long.toString(userId)).put("sessionId", SESSION);
    if (userId == ADMIN) {
      caller.put("role", "admin");
    }
    return event;
  }

  static String code(JsonNode body) {
    return body.path("error").path("code").asText();
  }
}
