"""Three made-up documents in three languages, whose every sentence stands there once."""

from dataclasses import dataclass

MOST = 512
"""Sentences of a document."""

_ENGLISH = (
    (
        "the abbot",
        "the burgrave",
        "the envoy",
        "a merchant",
        "the widow",
        "the printer",
        "the regent",
        "a scribe",
    ),
    ("sent", "returned", "copied", "burned", "sold", "received", "refused", "buried"),
    ("the seal", "a charter", "the tithe", "two bells", "the ledger", "a psalter", "the grain", "an oath"),
)
_CZECH = (
    ("opat", "purkrabí", "posel", "kupec", "vdova", "tiskař", "regent", "písař"),
    ("odeslal", "navrátil", "opsal", "spálil", "prodal", "přijal", "odmítl", "zakopal"),
    ("pečeť", "listinu", "desátek", "dva zvony", "účetní knihu", "žaltář", "obilí", "přísahu"),
)
_THAI = (
    ("เจ้าอาวาส", "ผู้ว่าการ", "ราชทูต", "พ่อค้า", "แม่ม่าย", "ช่างพิมพ์", "ผู้สำเร็จราชการ", "เสมียน"),
    ("ส่ง", "คืน", "คัดลอก", "เผา", "ขาย", "รับ", "ปฏิเสธ", "ฝัง"),
    ("ตราประทับ", "กฎบัตร", "ภาษีวัด", "ระฆังสองใบ", "สมุดบัญชี", "หนังสือสวด", "ข้าวเปลือก", "คำสาบาน"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A source: its id, language, script, short title, and sentences."""

    id: str
    language: str
    script: str
    title: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The document as its file has it, a sentence a line."""
        return "\n".join(self.sentences) + "\n"


def documents(count: int) -> tuple[Document, Document, Document]:
    """Return the three documents, each of `count` sentences, at the most MOST."""
    rows = range(min(count, MOST))
    return (
        Document("chronicle", "en", "Latn", "Chronicle", tuple(english(row) for row in rows)),
        Document("kronika", "cs", "Latn", "Kronika", tuple(_joined(row, _CZECH, " ") + "." for row in rows)),
        Document("annals", "th", "Thai", "Annals", tuple(_joined(row, _THAI, "") + "แล้ว" for row in rows)),
    )


def english(row: int) -> str:
    """Return a sentence in English: the same as in the other documents."""
    return _joined(row, _ENGLISH, " ") + "."


def _joined(row: int, words: tuple[tuple[str, ...], ...], joint: str) -> str:
    who, did, what = (part[row // 8**at % 8] for at, part in enumerate(words))
    text = joint.join((who, did, what))
    return text[:1].upper() + text[1:]
