package companion.bench.warm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection: HTTP/1.1 as far as local mode's front speaks it. */
public final class Connection implements AutoCloseable {
  /**
   * An answer as it came over the wire.
   *
   * @param head status line and headers, with their line ends
   * @param bodyLength in bytes
   */
  public record Answer(int status, String head, int bodyLength) {
    /** The value of a header that is there. */
    public String header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no header " + name));
    }
  }

  private static final int MOST_HEAD_BYTES = 8_192;

  private final Socket socket;
  private final InputStream input;
  private final OutputStream output;
  private final byte[] head = new byte[MOST_HEAD_BYTES];

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream(), 65_536);
    this.output = socket.getOutputStream();
  }

  /** Connects to this computer. */
  public static Connection open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new Connection(socket);
  }

  public Answer ask(byte[] request) throws IOException {
    output.write(request);
    String text = readHead();
    int status = Integer.parseInt(text.substring(9, 12));
    int length = 0;
    if (status != 304) {
      int at = text.toLowerCase(Locale.ROOT).indexOf("content-length:");
      length = Integer.parseInt(text.substring(at + 15, text.indexOf('\r', at)).strip());
      input.skipNBytes(length);
    }
    return new Answer(status, text, length);
  }

  private String readHead() throws IOException {
    int length = 0;
    while (length < 4
        || head[length - 1] != '\n'
        || head[length - 2] != '\r'
        || head[length - 3] != '\n') {
      int next = input.read();
      if (next < 0 || length == head.length) {
        throw new EOFException("no whole head");
      }
      head[length++] = (byte) next;
    }
    return new String(head, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
