package companion.bench.cold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB's address for reading functions, over a table that does not change: an answer is
 * remembered by its request, so that what a function waits for is the line and not the engine.
 */
final class TableEndpoint implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbClient table;
  private final Map<String, byte[]> remembered = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final StandIn server;

  TableEndpoint(DynamoDbClient table, PrintStream log) throws IOException {
    this.table = table;
    this.server = StandIn.start(this::answer, log);
  }

  String url() {
    return "http://" + server.authority();
  }

  /** How often it was asked. */
  int reads() {
    return reads.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    reads.incrementAndGet();
    String target = exchange.getRequestHeaders().getFirst("x-amz-target");
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] body = remembered.get(target + request);
    if (body == null) {
      body = ask(target, JSON.readTree(request));
      remembered.put(target + request, body);
    }
    var checksum = new CRC32();
    checksum.update(body);
    exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
    exchange.getResponseHeaders().set("x-amzn-requestid", "request");
    exchange.getResponseHeaders().set("x-amz-crc32", Long.toString(checksum.getValue()));
    StandIn.send(exchange, 200, body);
  }

  private byte[] ask(String target, JsonNode request) throws IOException {
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "GetItem" -> DynamoDbJson.write(table.getItem(DynamoDbJson.getItem(request)));
      case "BatchGetItem" ->
          DynamoDbJson.write(table.batchGetItem(DynamoDbJson.batchGetItem(request)));
      case "Query" -> DynamoDbJson.write(table.query(DynamoDbJson.query(request)));
      default -> throw new IllegalStateException("not answered here: " + target);
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
