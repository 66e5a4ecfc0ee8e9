package io.takewithott.local;
import io.takewithott.local.gateway.AccessLog;
import io.takewithott.core.json.Json;
import java.nio.file.*;
import java.util.*;
import java.nio.charset.StandardCharsets;
class Dump implements AccessLog {
  public void answered(Entry e) {}
  public synchronized void exchanged(Exchange e) {
    Map<String,Object> m = new LinkedHashMap<>();
    m.put("route", e.routeKey()); m.put("query", e.query()); m.put("status", e.status()); m.put("type", e.contentType());
    m.put("ct", e.headers().getOrDefault("content-type",""));
    m.put("body", new String(e.body(), StandardCharsets.UTF_8)); 
    m.put("answer", e.contentType().contains("json") ? new String(e.answer(), StandardCharsets.UTF_8) : "bytes " + e.answer().length);
    try { Files.writeString(Path.of("/tmp/op/exchanges.jsonl"), Json.text(m) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND); } catch (Exception x) { throw new RuntimeException(x); }
  }
}
