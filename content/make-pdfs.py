#!/usr/bin/env python3
"""Make the PDF of each edition from its Markdown text.

    content/resources/<id>/<lang>.md  ->  content/resources/<id>/<lang>.pdf

Needed once (Debian or Ubuntu):

    apt-get install fontconfig fonts-noto-core fonts-noto-cjk libpango-1.0-0 \\
                    libpangoft2-1.0-0 libharfbuzz-subset0
    pip install weasyprint markdown pyyaml

Run from anywhere:

    python3 content/make-pdfs.py                    what is missing or has changed
    python3 content/make-pdfs.py some-id other-id   the same, for these resources only
    python3 content/make-pdfs.py --all              everything again
    python3 content/make-pdfs.py --check            make nothing; exit 1 if anything is due

What comes out:

  * a page as tall and narrow as a phone, large type, no need to zoom;
  * a tagged PDF (PDF/UA-1) with its language and title set, so that a screen
    reader can read it aloud;
  * title and page number in the footer, and no name of an organisation;
  * no author, no date of making, no name of a program or of a person;
  * only the letters that the text uses are embedded, so files stay small;
  * a note on the first page if the text is a machine translation or was
    corrected, because a PDF is passed on without the app around it.

The same text gives the same bytes, as long as WeasyPrint and the fonts are of
the same version (so far: WeasyPrint 70.0 and the fonts of Debian 12). Each PDF
carries as its identifier a digest of everything that it was made from; that is
how this script knows, without looking at clocks, which PDFs are due. So a text
that was only touched is left alone.
"""

import argparse
import hashlib
import html
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# Set before the font library is loaded: no date of making inside the fonts.
os.environ["SOURCE_DATE_EPOCH"] = "0"

import markdown  # noqa: E402
import yaml  # noqa: E402

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "resources"
HTML_LANGUAGE = {"zh": "zh-Hans", "en": "en", "fr": "fr", "ru": "ru", "es": "es"}

MACHINE_NOTE = {
    "machine": {
        "zh": "本文由机器翻译，未经人工校对。",
        "en": "This is a machine translation. Nobody has checked it.",
        "fr": "Traduction automatique, non relue.",
        "ru": "Машинный перевод, никем не проверенный.",
        "es": "Traducción automática, sin revisar.",
    },
    "machine-reviewed": {
        "zh": "本文由机器翻译，经人工校对。",
        "en": "This is a machine translation that a person has checked.",
        "fr": "Traduction automatique, relue par une personne.",
        "ru": "Машинный перевод, проверенный человеком.",
        "es": "Traducción automática, revisada por una persona.",
    },
}
CORRECTED = {
    "zh": "更正", "en": "Correction", "fr": "Rectificatif", "ru": "Исправление", "es": "Corrección",
}

CSS = """
@page {
  size: 100mm 178mm;
  margin: 9mm 8mm 16mm 8mm;
  @bottom-left {
    content: string(title); width: 68mm; vertical-align: top; padding-top: 3mm;
    font-size: 7.5pt; line-height: 1.25; color: #555;
  }
  @bottom-right {
    content: counter(page) "/" counter(pages); vertical-align: top; padding-top: 3mm;
    font-size: 7.5pt; line-height: 1.25; color: #555;
  }
}
html { font-family: "Noto Sans", "Noto Sans Math", "Noto Sans CJK SC", sans-serif; font-size: 11pt; line-height: 1.42; color: #111; }
html:lang(zh) { font-family: "Chinese", "Noto Sans CJK SC", sans-serif; line-height: 1.6; }
html:lang(zh) em { font-style: normal; font-weight: bold; }
body { margin: 0; overflow-wrap: break-word; }
h1 { string-set: title content(); font-size: 17pt; line-height: 1.22; margin: 0 0 3mm; }
h2 { font-size: 13pt; line-height: 1.28; margin: 6mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; line-height: 1.35; margin: 4mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2.6mm; orphans: 2; widows: 2; }
ul, ol { margin: 0 0 3mm; padding-left: 6mm; }
li { margin: 0 0 1.6mm; orphans: 2; widows: 2; }
blockquote { margin: 0 0 3mm; padding-left: 4mm; border-left: 0.6mm solid #999; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 0 0 3mm; }
th, td { border: 0.2mm solid #999; padding: 1mm 1.4mm; text-align: left; vertical-align: top; }
.kind { font-size: 9pt; color: #555; margin: 0 0 2mm; }
.summary { font-size: 11pt; border-top: 0.3mm solid #999; border-bottom: 0.3mm solid #999;
           padding: 2.4mm 0; margin: 0 0 3mm; }
.note { font-size: 9pt; background: #eee; padding: 2mm 2.4mm; margin: 0 0 3mm; }
"""


def read_edition(path):
    """The front matter and the Markdown body of one <lang>.md."""
    match = re.match(r"\A---\n(.*?\n)---\n(.*)\Z", path.read_text(encoding="utf-8"), re.S)
    if not match:
        raise ValueError(f"{path}: no front matter between two lines of ---")
    return yaml.safe_load(match.group(1)), match.group(2)


def spaced(text, language):
    """Keep a sign of punctuation on the line of its word, so that texts can be typed plainly."""
    if language == "fr":
        text = re.sub(r" (?=[:;!?»])|(?<=«) ", "\u00a0", text)
    if language in ("fr", "ru"):
        text = text.replace(" \u2014", "\u00a0\u2014")
    return text


def page_of(path, labels):
    """The whole page, as HTML, of which the PDF is a picture."""
    language = path.stem
    front, body = read_edition(path)
    resource = yaml.safe_load((path.parent / "resource.yaml").read_text(encoding="utf-8"))
    kind = labels.get(resource["type"], {}).get(language, resource["type"])
    title = spaced(html.escape(front["title"]), language)

    notes = []
    method = (front.get("translation") or {}).get("method")
    if method in MACHINE_NOTE:
        notes.append(MACHINE_NOTE[method][language])
    correction = front.get("correction")
    if correction:
        notes.append(f"{CORRECTED[language]} ({correction['date']}): {correction['note']}")

    return "\n".join([
        f'<!doctype html><html lang="{HTML_LANGUAGE[language]}"><head><meta charset="utf-8">',
        f"<title>{title}</title><style>{CSS}</style></head><body>",
        f'<p class="kind">{html.escape(kind)} · {str(resource["date"])[:4]}</p>',
        f"<h1>{title}</h1>",
        *(f'<p class="note">{spaced(html.escape(note), language)}</p>' for note in notes),
        f'<p class="summary">{spaced(html.escape(front["summary"]), language)}</p>',
        spaced(markdown.markdown(body, extensions=["sane_lists", "tables"], output_format="html"),
               language),
        "</body></html>",
    ])


def identifier_of(page):
    return hashlib.sha256(page.encode("utf-8")).hexdigest()[:32].encode("ascii")


def chinese_face(page, weight, folder):
    """A CSS rule for the letters of this page, cut out of the Simplified Chinese face.

    Left to itself the PDF would carry the metrics of all 65,000 glyphs of the
    Chinese font, some 300 kB to download for a text of a thousand characters.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont

    found = subprocess.run(
        ["fc-match", "-f", "%{file}\n%{index}\n%{family}", f"Noto Sans CJK SC:{weight}"],
        check=True, capture_output=True, text=True).stdout.split("\n")
    if "Noto Sans CJK SC" not in found[2]:
        raise RuntimeError("the font Noto Sans CJK SC is missing: apt-get install fonts-noto-cjk")
    font = TTFont(found[0], fontNumber=int(found[1]) & 0xFFFF, lazy=True, recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(
        layout_features=[], hinting=False, notdef_outline=True,
        drop_tables=["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]))
    subsetter.populate(text=page + "0123456789/. •◦▪")
    subsetter.subset(font)
    target = folder / f"{weight}.otf"
    font.save(target)
    return (f'@font-face {{ font-family: "Chinese"; font-weight: {weight};'
            f' src: url("{target.as_uri()}"); }}')


def write_pdf(page, target):
    from weasyprint import CSS as Style, HTML
    from weasyprint.text.fonts import FontConfiguration

    def without_traces(document, pdf):
        for key in ("Producer", "Creator", "Author", "CreationDate", "ModDate"):
            pdf.info.pop(key, None)

    with tempfile.TemporaryDirectory() as folder:
        fonts, styles = FontConfiguration(), []
        if target.stem == "zh":
            rules = [chinese_face(page, weight, Path(folder)) for weight in ("normal", "bold")]
            styles.append(Style(string="\n".join(rules), font_config=fonts))
        result = HTML(string=page).write_pdf(
            stylesheets=styles,
            font_config=fonts,
            pdf_identifier=identifier_of(page),
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            finisher=without_traces,
        )
    target.write_bytes(result)


def is_due(page, target):
    return not target.exists() or identifier_of(page) not in target.read_bytes()[-4096:]


def main():
    parser = argparse.ArgumentParser(description="Make the PDFs of the editions.")
    parser.add_argument("ids", nargs="*", help="resources to look at; all if none is named")
    parser.add_argument("--all", action="store_true", help="make them again even if unchanged")
    parser.add_argument("--check", action="store_true", help="only tell what is due")
    options = parser.parse_args()

    unknown = [i for i in options.ids if not (RESOURCES / i / "resource.yaml").is_file()]
    if unknown:
        parser.error("no such resource: " + ", ".join(unknown))

    vocabulary = yaml.safe_load((HERE / "vocabulary.yaml").read_text(encoding="utf-8"))
    labels = {entry["code"]: entry["labels"] for entry in vocabulary["types"]}

    made = due = 0
    for path in sorted(RESOURCES.glob("*/*.md")):
        if path.stem not in HTML_LANGUAGE or options.ids and path.parent.name not in options.ids:
            continue
        page, target = page_of(path, labels), path.with_suffix(".pdf")
        if not (options.all or is_due(page, target)):
            continue
        due += 1
        name = target.relative_to(HERE)
        if options.check:
            print(f"due: {name}")
            continue
        write_pdf(page, target)
        made += 1
        print(f"{target.stat().st_size / 1024:7.1f} kB  {name}")
    print(f"{due} due" if options.check else f"{made} made")
    return 1 if options.check and due else 0


if __name__ == "__main__":
    sys.exit(main())
