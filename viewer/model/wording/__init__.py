"""Dates in words. The composition is here, the phrases are a table for each language (english.py)."""

from viewer.model.wording.amounts import age_words, days_words
from viewer.model.wording.dates import day_words, short, words, year_words
from viewer.model.wording.english import ENGLISH, ENGLISH_SHORT

__all__ = ["ENGLISH", "ENGLISH_SHORT", "age_words", "day_words", "days_words", "short", "words", "year_words"]
