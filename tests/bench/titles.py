"""Titles in three scripts, made when they are asked for: a million of them cost nothing."""

from tests.bench.chance import chance

_ENGLISH = (
    "council of the northern provinces letter to a brother treaty on river tolls first printed almanac siege "
    "lifted after long winter famine and grain riots new bridge at the lower ford bishop returns from exile "
    "trial begins harvest fails great fire school founded for girls peace offered and refused army crosses"
)
_CZECH = (
    "sněm českých stavů příměří podepsáno v Kroměříži požár města založení školy žňová bouře dopis bratrovi "
    "obležení hradu skončilo říšský soud vězněn pro víru průvod řemeslníků první tištěný kalendář návrat "
    "z vyhnanství volba krále mor v dolním městě stavba mostu přes řeku úroda selhala"
)
_THAI = (
    "สภา เมืองเหนือ จดหมาย ถึง พี่น้อง สนธิสัญญา ว่าด้วย แม่น้ำ ปฏิทิน เล่มแรก การปิดล้อม สิ้นสุด หลัง ฤดูหนาว ความอดอยาก "
    "สะพาน ใหม่ ที่ท่าน้ำ พระสังฆราช กลับจาก การเนรเทศ เริ่มการ พิจารณาคดี ไฟไหม้ครั้งใหญ่ ก่อตั้ง โรงเรียน กองทัพ ข้ามแดน"
)
_TABLE = (("en", _ENGLISH, " "), ("en", _ENGLISH, " "), ("cs", _CZECH, " "), ("th", _THAI, ""))
_SCRIPTS = tuple((language, words.split(), joint) for language, words, joint in _TABLE)
_WORDS = ((450, 2, 3), (850, 4, 7), (990, 8, 13), (996, 40, 70))
"""In a thousand titles: up to which one there are how many words at the least and at the most; then none."""


def title(seed: int, row: int) -> tuple[str, str]:
    """Return the language and the title of an event; a few are empty, a few very long."""
    bits = chance(seed, row, 0)
    language, words, joint = _SCRIPTS[bits % len(_SCRIPTS)]
    of_thousand = (bits >> 8) % 1000
    count = next(
        (low + (bits >> 20) % (high - low + 1) for upto, low, high in _WORDS if of_thousand < upto), 0
    )
    picked = []
    for at in range(count):
        if at % 6 == 0:
            bits = chance(seed, row, 1 + at // 6)
        picked.append(words[(bits >> (10 * (at % 6))) % 1024 % len(words)])
    text = joint.join(picked)
    return language, text[:1].upper() + text[1:]
