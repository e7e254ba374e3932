package companion.resource;

import companion.file.Sha256;
import java.util.OptionalInt;

/**
 * A file in which an edition can be had.
 *
 * @param bytes its length
 * @param pages where the form has pages
 */
public record Rendition(
    RenditionKind kind, String mediaType, long bytes, Sha256 sha256, OptionalInt pages) {
  public Rendition {
    if (bytes <= 0 || mediaType.isBlank()) {
      throw new IllegalArgumentException("a rendition has bytes and a media type");
    }
  }
}
