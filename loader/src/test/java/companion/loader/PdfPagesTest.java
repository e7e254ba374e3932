package companion.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

final class PdfPagesTest {
  private static final String TWO_PAGES =
      "<</Count 2 /Kids [2 0 R 3 0 R]/Type/Pages>> <</Type /Page>> <</Type/Page/Parent 1 0 R>>";

  @Test
  void shouldCountPageObjects() {
    assertThat(PdfPages.count(SampleFolder.pdf(7))).hasValue(7);
  }

  @Test
  void shouldCountPagesInsideCompressedObjects() throws Exception {
    assertThat(PdfPages.count(compressed(TWO_PAGES, "/Type /ObjStm /Filter /FlateDecode")))
        .hasValue(2);
  }

  @Test
  void shouldNotCountWhatAPageShows() throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write(SampleFolder.pdf(1));
    pdf.write(
        "9 0 obj <</Length 12>>\nstream\n/Type /Page \nendstream endobj\n"
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(PdfPages.count(pdf.toByteArray())).hasValue(1);
  }

  @Test
  void shouldNotAnswerWhereTheTreeSaysOtherwise() {
    byte[] changed =
        new String(SampleFolder.pdf(2), StandardCharsets.ISO_8859_1)
            .replace("/Count 2", "/Count 3")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(PdfPages.count(changed)).isEmpty();
  }

  @Test
  void shouldNotAnswerForDamagedOrEncryptedFiles() throws Exception {
    byte[] whole = compressed(TWO_PAGES, "/Type /ObjStm /Filter /FlateDecode");
    byte[] encrypted = compressed(TWO_PAGES, "/Type /ObjStm /Filter /FlateDecode");
    String text = new String(encrypted, StandardCharsets.ISO_8859_1) + "trailer <</Encrypt 4 0 R>>";

    assertThat(PdfPages.count(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    for (int length = 0; length < whole.length - 20; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(PdfPages.count(cut))
          .satisfies(pages -> pages.ifPresent(two -> assertThat(two).isEqualTo(2)));
    }
  }

  private static byte[] compressed(String objects, String dictionary) throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write(
        ("%PDF-1.7\n5 0 obj\n<<" + dictionary + ">>\nstream\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    try (var deflater =
        new DeflaterOutputStream(pdf) {
          @Override
          public void close() throws IOException {
            finish();
          }
        }) {
      deflater.write(objects.getBytes(StandardCharsets.ISO_8859_1));
    }
    pdf.write("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
    return pdf.toByteArray();
  }
}
