"""The languages of the axis: a table each, as a native writes it."""

from collections.abc import Mapping

from viewer.timeline.axis.words import AxisWords


def _one_or_many(number: int) -> int:
    return 0 if number == 1 else 2


def _czech_form(number: int) -> int:
    return 0 if number == 1 else 1 if 2 <= number <= 4 else 2


ENGLISH_AXIS = AxisWords(
    name="English",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    day="{day}",
    day_of_month="{day} {month}",
    month_of_year="{month} {year}",
    common="{year}",
    marked="{year}",
    before="{year} BC",
    after="AD {year}",
    before_large="{year} BC",
    after_large="AD {year}",
    decades=("AD {year}s", "{year}s"),
    years_before="Years BC",
    years_after="Years AD",
    scales=((10**9, ("billion",) * 4), (10**6, ("million",) * 4)),
    short_scales=((10**9, ("bn",) * 4), (10**6, ("m",) * 4)),
    thousands=",",
    decimal=".",
    old_style="Old Style",
    new_style_from=("New Style from 14 February 1918", "New Style"),
    empty_years=("{number} year", "{number} years", "{number} years", "{number} years"),
    empty_days=("{number} day", "{number} days", "{number} days", "{number} days"),
    without_event="{length} without an event",
    which_form=_one_or_many,
)  # fmt: skip

CZECH_AXIS = AxisWords(
    name="Čeština",
    months=(
        "leden", "únor", "březen", "duben", "květen", "červen",
        "červenec", "srpen", "září", "říjen", "listopad", "prosinec",
    ),
    short_months=("led", "úno", "bře", "dub", "kvě", "čvn", "čvc", "srp", "zář", "říj", "lis", "pro"),
    day="{day}.",
    day_of_month="{day}.\N{NO-BREAK SPACE}{month_number}.",
    month_of_year="{month} {year}",
    common="{year}",
    marked="{year}",
    before="{year} př. n. l.",
    after="{year} n. l.",
    before_large="{year} let př. n. l.",
    after_large="{year} let n. l.",
    decades=None,
    years_before="Roky př. n. l.",
    years_after="Roky n. l.",
    scales=(
        (10**9, ("miliarda", "miliardy", "miliard", "miliardy")),
        (10**6, ("milion", "miliony", "milionů", "milionu")),
    ),
    short_scales=((10**9, ("mld.",) * 4), (10**6, ("mil.",) * 4)),
    thousands="\N{NO-BREAK SPACE}",
    decimal=",",
    old_style="Starý styl",
    new_style_from=("Nový styl od 14. února 1918", "Nový styl"),
    empty_years=("{number} rok", "{number} roky", "{number} let", "{number} roku"),
    empty_days=("{number} den", "{number} dny", "{number} dní", "{number} dne"),
    without_event="{length} bez události",
    which_form=_czech_form,
)  # fmt: skip

THAI_AXIS = AxisWords(
    name="ไทย",
    months=(
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ),
    short_months=(
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ),
    day="{day}",
    day_of_month="{day} {month}",
    month_of_year="{month} {year}",
    common="{year}",
    marked="ค.ศ. {year}",
    before="{year} ปีก่อน ค.ศ.",
    after="ค.ศ. {year}",
    before_large="{year}ปีก่อน ค.ศ.",
    after_large="ค.ศ. {year}",
    decades=("คริสต์ทศวรรษ {year}", "คริสต์ทศวรรษ {year}"),
    years_before="ปีก่อน ค.ศ.",
    years_after="ปี ค.ศ.",
    scales=((10**9, ("พันล้าน",) * 4), (10**6, ("ล้าน",) * 4)),
    short_scales=((10**9, ("พันล้าน",) * 4), (10**6, ("ล้าน",) * 4)),
    thousands=",",
    decimal=".",
    old_style="ปฏิทินแบบเก่า",
    new_style_from=("ปฏิทินแบบใหม่ตั้งแต่ 14 กุมภาพันธ์ ค.ศ. 1918", "ปฏิทินแบบใหม่"),
    empty_years=("{number} ปี",) * 4,
    empty_days=("{number} วัน",) * 4,
    without_event="{length}ที่ไม่มีเหตุการณ์",
    which_form=_one_or_many,
)  # fmt: skip

AXIS_LANGUAGES: Mapping[str, AxisWords] = {"en": ENGLISH_AXIS, "cs": CZECH_AXIS, "th": THAI_AXIS}
"""By language tag. Years are those of the Common Era in each: nothing is converted to another era."""
