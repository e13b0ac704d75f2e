"""Numbers by chance that can be asked for one row at a time, the same in every run."""

_MASK = 2**64 - 1


def chance(seed: int, row: int, draw: int) -> int:
    """Return 64 random bits that belong to a seed, a row and the number of the draw (splitmix64)."""
    bits = (seed * 0x9E3779B97F4A7C15 + row * 0xD1342543DE82EF95 + draw * 0xDA942042E4DD58B5 + 1) & _MASK
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & _MASK
    return bits ^ (bits >> 31)
