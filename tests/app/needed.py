"""Which libraries does an ELF file ask the loader for? (64-bit, little endian: what the packages are.)"""

import struct
from pathlib import Path


def needed(file: Path) -> set[str]:
    """Return the DT_NEEDED entries of a shared library."""
    data = file.read_bytes()
    (headers,) = struct.unpack_from("<Q", data, 0x28)
    size, count = struct.unpack_from("<HH", data, 0x3A)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, headers + size * number) for number in range(count)]
    for _, kind, _, _, offset, length, link, *_ in sections:
        if kind == 6:  # SHT_DYNAMIC
            strings = sections[link][4]
            entries = struct.iter_unpack("<qQ", data[offset : offset + length])
            return {_string(data, strings + value) for tag, value in entries if tag == 1}
    return set()


def _string(data: bytes, start: int) -> str:
    return data[start : data.index(b"\0", start)].decode()
