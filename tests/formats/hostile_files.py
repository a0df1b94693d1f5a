"""Damaged and hostile Word files by the hundred, the same at every run."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.formats.word_files import members_of, p, r, tbl, tr, word_file, zip_file

Made = Callable[[Path], Path]
NORMAL = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROW = tr("Planned outputs", "Completed (number or yes/no)", "Remarks")


def hostile_files(whole: Path, count: int = 300) -> Iterator[tuple[str, Made]]:
    """(what is wrong, what makes the file): all that is built by hand, then damage by chance up to `count` files.

    `whole`: a sound file of our own.
    """
    built = [*_other_kinds(whole), *_parts(whole), *_large(), *_deep(), *_strange()]
    yield from built
    dice = random.Random(20261127)
    for number in range(count - len(built)):
        yield (
            f"damage by chance {number}",
            _damage(whole, dice.randrange(4), dice.random(), dice.randrange(8), dice.randrange(1 << 30)),
        )


def _damage(whole: Path, kind: int, where: float, bit: int, seed: int) -> Made:
    def make(path: Path) -> Path:
        data = bytearray(whole.read_bytes())
        if kind == 0:
            path.write_bytes(data[: int(where * len(data))])
        elif kind == 1:
            data[int(where * len(data))] ^= 1 << bit
            path.write_bytes(data)
        else:
            dice, members = random.Random(seed), members_of(whole)
            name = dice.choice(sorted(members))
            part = bytearray(members[name])
            if kind == 2 and part:
                part[int(where * len(part))] ^= 1 << bit % 7
            else:
                part = part[: int(where * len(part))]
            zip_file(path, members | {name: bytes(part)})
        return path

    return make


def _bytes(data: bytes) -> Made:
    def make(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return make


def _with(whole: Path, **parts: bytes) -> Made:
    return lambda path: zip_file(
        path, members_of(whole) | {name.replace("__", "/"): data for name, data in parts.items()}
    )


def _other_kinds(whole: Path) -> Iterator[tuple[str, Made]]:
    yield "empty", _bytes(b"")
    yield "old .doc", _bytes(OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"))
    yield "password", _bytes(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100)
    for head in (
        b"%PDF-1.7",
        b"{\\rtf1",
        b"<html>",
        b"MZ\x90",
        b"PK\x03\x04",
        b"PK\x05\x06" + b"\0" * 18,
        b"\0" * 5000,
    ):
        yield f"begins with {head[:6]!r}", _bytes(head)
    yield "macros", lambda path: zip_file(path, members_of(whole) | {"word/vbaProject.bin": b"x"})
    yield "OpenDocument", lambda path: zip_file(path, {"mimetype": b"application/vnd.oasis", "content.xml": b"<a/>"})
    for name in ("../evil.xml", "/etc/evil", "word\\document.xml", "WORD/document.xml"):
        yield f"a part named {name}", lambda path, name=name: zip_file(path, members_of(whole) | {name: b"<a/>"})


def _parts(whole: Path) -> Iterator[tuple[str, Made]]:
    members = members_of(whole)
    for name in sorted(members):
        rest = {other: data for other, data in members.items() if other != name}
        yield f"{name} missing", lambda path, rest=rest: zip_file(path, rest)
        yield f"{name} empty", lambda path, name=name: zip_file(path, members | {name: b""})
        yield f"{name} is something else", lambda path, name=name: zip_file(path, members | {name: b"<a><b/></a>"})
    types = members["[Content_Types].xml"]
    for old, new in (
        (b"wordprocessingml", b"spreadsheetml"),
        (b"document.main", b"template.main"),
        (b"PartName", b"Name"),
    ):
        yield f"content types say {new!r}", _with(whole, **{"[Content_Types].xml": types.replace(old, new)})
    rels = members["word/_rels/document.xml.rels"]
    for target in (
        b"document.xml",
        b"../../../etc/passwd",
        b"file:///etc/passwd",
        b"http://localhost/x",
        b"..",
        b"\xff",
    ):
        changed = rels.replace(b'Target="styles.xml"', b'Target="' + target + b'"')
        yield f"styles lead to {target!r}", _with(whole, **{"word/_rels/document.xml.rels": changed})
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 5000 + b'"><!ENTITY b "' + b"&a;" * 5000 + b'">]>'
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for name in ("word/document.xml", "word/styles.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"):
        body = members[name].split(b"?>", 1)[-1]
        for entity in (bomb, outside):
            data = entity + body.replace(b">", b">&b;", 1)
            yield f"entities in {name}", _with(whole, **{name: data})
            yield f"entities in {name} in UTF-16", _with(whole, **{name: data.decode().encode("utf-16")})


def _large() -> Iterator[tuple[str, Made]]:
    yield "a bomb of zeros", lambda path: zip_file(path, {"[Content_Types].xml": b"\0" * 60_000_000})
    yield "2,500 parts", lambda path: zip_file(path, {f"a{number}": b"" for number in range(2_500)})
    noise = random.Random(3).randbytes(200_000).hex()
    yield "an attribute of 12 MB", lambda path: word_file(path, f'<w:p w:x="{noise * 30}"/>')
    yield "a text of 30 MB", lambda path: word_file(path, p(noise * 75))
    yield "4 million elements", lambda path: word_file(path, f"<!--{noise}-->" + "<w:p/>" * 4_000_000)
    yield "100,000 empty paragraphs", lambda path: word_file(path, "<w:p/>" * 100_000)
    yield "100,001 rows", lambda path: word_file(path, tbl(ROW, tr("a", "1", "b") * 100_001))
    yield (
        "60,000 rows in a table",
        lambda path: word_file(
            path, tbl(ROW, tr("Conduct of 5 workshops", "5", "b") * 30_000, tr("", "", "c") * 30_000)
        ),
    )
    yield "50,000 cells in a row", lambda path: word_file(path, tbl(ROW, tr(*["a"] * 50_000)))
    yield (
        "50,000 figures in a cell",
        lambda path: word_file(path, tbl(ROW, tr("Five reports", "5 " * 50_000, "c " * 50_000))),
    )


def _deep() -> Iterator[tuple[str, Made]]:
    for depth in (60, 200, 5_000):
        for before, after in (
            ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
            ("<w:ins>", "</w:ins>"),
            ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc><w:tc/></w:tr></w:tbl>"),
            ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
            ("<w:p><w:hyperlink>", "</w:hyperlink></w:p>"),
            ("<w:p><w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r></w:p>"),
        ):
            body = before * depth + p("x") + after * depth
            yield f"{depth} deep {before}", lambda path, body=body: word_file(path, body)


def _strange() -> Iterator[tuple[str, Made]]:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    texts = r("x") * 20_000
    yield "fields that never end", lambda path: word_file(path, f"<w:p>{field.format('begin') * 20_000}{texts}</w:p>")
    opened = (field.format("begin") + field.format("separate")) * 20_000
    yield "20,000 fields in one another", lambda path: word_file(path, f"<w:p>{opened}{texts}</w:p>")
    marks = "".join(f'<w:bookmarkStart w:id="{id}" w:name="rbb_p_{id}"/>' for id in range(100_000))
    yield "100,000 bookmarks", lambda path: word_file(path, f"<w:p>{marks}</w:p>")
    gone = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('x')}</w:p>"
    yield "50,000 paragraphs that are one", lambda path: word_file(path, gone * 50_000)
    starts = "".join(f'<w:commentRangeStart w:id="{id}"/>' for id in range(2_000))
    yield "comments that never end", lambda path: word_file(path, f"<w:p>{starts}</w:p>" + p("x") * 20_000)
    said = f'<w:comment w:id="1" w:author="A">{p("x")}</w:comment>' * 20_000
    yield "20,000 comments alike", lambda path: word_file(path, tbl(ROW, tr("Five reports", "5", "b")), comments=said)
    changes = f'<w:ins w:author="A" w:date="99999-13-45T99:00:00Z">{r("x")}</w:ins>' * 20_000
    yield (
        "20,000 changes of one cell",
        lambda path: word_file(path, tbl(ROW, tr("Five reports", "5", f"<w:tc><w:p>{changes}</w:p></w:tc>"))),
    )
    notes = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    part = "".join(f'<w:footnote w:id="{id}">{p("n")}</w:footnote>' for id in range(10_000))
    refs = "".join(notes.format(id) for id in range(10_000))
    yield (
        "10,000 footnotes",
        lambda path: word_file(path, f"<w:p>{refs}</w:p>" + tbl(ROW, tr("Five reports", "5", "b")), footnotes=part),
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    for kind in ("upperLetter", "lowerRoman", "chineseCounting", "decimalZero"):
        for first in ("999999999999", "-5", "9" * 5_000):
            numbering = f'<w:abstractNum w:abstractNumId="1">{level.format(first, kind)}</w:abstractNum>'
            numbering += '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
            yield (
                f"a {kind} list from {first[:12]}",
                lambda path, part=numbering: word_file(path, p("x", listed) + tbl(ROW), numbering=part),
            )
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{id}"><w:basedOn w:val="s{(id + 1) % 5_000}"/></w:style>'
        for id in range(5_000)
    )
    yield (
        "a circle of 5,000 styles",
        lambda path: word_file(path, p("x", '<w:pStyle w:val="s1"/>') + tbl(ROW), styles=chain),
    )
    for value in ("999999999999", "-1", "x", ""):
        span = f'<w:gridSpan w:val="{value}"/><w:vMerge w:val="{value}"/>'
        row = f"<w:tr><w:trPr><w:gridBefore w:val='{value}'/></w:trPr><w:tc><w:tcPr>{span}</w:tcPr><w:p/></w:tc></w:tr>"
        yield f"spans of {value!r}", lambda path, row=row: word_file(path, tbl(ROW, row, tr("Five reports", "5", "b")))
    answers = "".join(f'<w15:commentEx w15:paraId="{id}" w15:paraIdParent="{(id + 1) % 500}"/>' for id in range(500))
    chain = "".join(
        f'<w:comment w:id="{id}"><w:p w14:paraId="{id}">{r(f"c{id}")}</w:p></w:comment>' for id in range(500)
    )
    yield (
        "answers in a circle",
        lambda path: word_file(path, tbl(ROW, tr("Five reports", "5", "b")), comments=chain, commentsExtended=answers),
    )
