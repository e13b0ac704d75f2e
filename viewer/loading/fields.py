"""The fields of one mapping, read strictly: what is unknown, missing or of the wrong shape is a problem."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from viewer.loading.problems import code_point, excerpt
from viewer.loading.report import Report
from viewer.loading.tree import Listing, Mapping, Node, Text, Tree
from viewer.model.words import LocalText

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NOT_SEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]|(?<![\u0600-\u0fff\u1000-\u109f\u1780-\u18af\u2600-\u27bf\ufe0f"
    "\U0001f000-\U0001faff])[\u200b-\u200d]"
)
"""Characters that hide or turn others. Joiners and Thai word breaks stay where their script needs them."""

_LOST_SPACE = re.compile("[:\\-]\u00a0")
_NO_TEXT = LocalText()


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys that a record has. `name` is its name for people, with its article."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Every key that is known."""
        return frozenset(self.required + self.optional)


class Fields:
    """One mapping of a file. Every reader returns an empty value for a key that is absent or unusable."""

    __slots__ = ("label", "mapping", "report", "tree")

    def __init__(self, mapping: Mapping, tree: Tree, report: Report, label: str) -> None:
        self.mapping = mapping
        self.tree = tree
        self.report = report
        self.label = label

    @property
    def at(self) -> int:
        """Where the mapping begins, in characters."""
        return self.mapping.at

    def check_keys(self, shape: Shape, keys: frozenset[str]) -> None:
        """Report keys that `shape` does not have and required ones that are missing."""
        entries = self.mapping.entries
        if not entries.keys() <= keys:
            for key in entries.keys() - keys:
                near = self.report.suggestions.did_you_mean(key, shape.name, keys)
                self.error(
                    self.mapping.keys[key], f"{shape.name} has no key {excerpt(key)}{near}", "Correct it"
                )
        for key in shape.required:
            if key not in entries:
                self.error(self.at, f'{self.label} has no "{key}"', "Add it")

    def error(self, at: int, message: str, advice: str = "") -> None:
        """Report a problem at character `at` of the file."""
        self.report.error(self.tree, at, message, advice)

    def place_of(self, key: str) -> int:
        """Return where the value of `key` stands, in characters; the mapping's place without one."""
        node = self.mapping.entries.get(key)
        return self.at if node is None else node.at

    def scalar(self, key: str) -> Text | None:
        """Return the node of a text, None where it is absent, or empty or no text, which is reported."""
        node = self.mapping.entries.get(key)
        return None if node is None else self.as_scalar(node, f'"{key}"')

    def word(self, key: str) -> str:
        """Return a text that is no prose: an id, a number, a file."""
        node = self.scalar(key)
        return "" if node is None else node.value

    def prose(self, key: str) -> str:
        """Return a text for readers."""
        node = self.scalar(key)
        return "" if node is None else self.as_prose(node)

    def local(self, key: str) -> LocalText:
        """Return a text in one or several languages."""
        node = self.mapping.entries.get(key)
        return _NO_TEXT if node is None else self.as_local(node, f'"{key}"')

    def words(self, key: str) -> list[Text]:
        """Return the texts of a list."""
        node = self.mapping.entries.get(key)
        if node is None:
            return []
        if type(node) is Listing:
            found = (self.as_scalar(item, f'an entry of "{key}"') for item in node.items)
            return [item for item in found if item is not None]
        self.error(node.at, f'"{key}" is {shape_of(node)}, not a list', "Write it as [one, two]")
        return []

    def choice(self, key: str, choices: Collection[str], default: str) -> str:
        """Return one of `choices`, `default` where the key is absent or holds another word."""
        node = self.scalar(key)
        return default if node is None else self.as_choice(node, key, choices, default)

    def as_choice(self, node: Text, key: str, choices: Collection[str], default: str) -> str:
        """Return the node's word where it is one of `choices`, else `default` and a problem."""
        if node.value in choices:
            return node.value
        near = self.report.suggestions.did_you_mean(node.value, key, choices)
        self.error(
            node.at, f'{excerpt(node.value)} is no "{key}"{near}', f"It is one of: {', '.join(choices)}"
        )
        return default

    def mappings(self, key: str, label: str) -> Iterator["Fields"]:
        """Yield the mappings of a list; `label` names an entry in problems."""
        node = self.mapping.entries.get(key)
        if node is None:
            return
        if type(node) is not Listing:
            self.error(node.at, f'"{key}" is {shape_of(node)}, not a list', "Begin every entry with a hyphen")
            return
        for item in node.items:
            if type(item) is Mapping:
                yield Fields(item, self.tree, self.report, label)
            else:
                self.error(item.at, f"{label} is {shape_of(item)}, not a mapping", "Write it as key: value")

    def submapping(self, key: str) -> "Fields | None":
        """Return the mapping under `key`, None where there is none."""
        node = self.mapping.entries.get(key)
        if node is None:
            return None
        if type(node) is Mapping:
            return Fields(node, self.tree, self.report, f'"{key}"')
        self.error(node.at, f'"{key}" is {shape_of(node)}, not a mapping', "Write it as key: value")
        return None

    def as_scalar(self, node: Node, what: str) -> Text | None:
        """Return the node where it is a text with something in it."""
        if isinstance(node, Text):
            if node.value:
                return node
            if self.tree.swallowed_comment(node):
                self.warn_of_lost_comment(node)
            else:
                self.error(node.at, f"{what} has no value", "Write one, or remove the key")
            return None
        if node.flow and node.end:
            written = excerpt(self.tree.written(node))
            self.error(
                node.at, f"{what} is {shape_of(node)}; as a text it must be in quotes: {written}", "Quote it"
            )
        else:
            self.error(node.at, f"{what} is {shape_of(node)}, not a text", "Write one text")
        return None

    def as_prose(self, node: Text) -> str:
        """Return the text; warn of what is not seen in it and of what a "#" has cut off."""
        value = node.value
        if not (value.isascii() and value.isprintable()):
            found = _NOT_SEEN.search(value)
            if found is not None:
                self.report.warn(
                    self.tree,
                    self.tree.index_within(node, found.start()),
                    f"the text holds {code_point(found[0])}, which cannot be seen",
                    "Remove it",
                )
        self.warn_of_lost_comment(node)
        return value

    def warn_of_lost_comment(self, node: Text) -> None:
        """Warn of what a "#" has cut off from a text without quotes."""
        lost = self.tree.swallowed_comment(node)
        if lost:
            self._warn_lost(node, lost)

    def as_local(self, node: Node, what: str, besides: frozenset[str] = frozenset()) -> LocalText:
        """Return the text in each language of a mapping, leaving out the keys `besides`."""
        if type(node) is not Mapping:
            self.error(
                node.at, f"{what} is {shape_of(node)}, not a text in a language", "Write it as {en: ...}"
            )
            return LocalText((("en", node.value),)) if type(node) is Text and node.value else _NO_TEXT
        pairs = []
        for language, item in node.entries.items():
            if language in besides:
                continue
            if LANGUAGE.fullmatch(language) is None:
                self._refuse_language(language, item, node.keys[language])
                continue
            text = self.as_scalar(item, f'{what} in "{language}"')
            if text is not None:
                pairs.append((language, self.as_prose(text)))
        if not node.entries:
            self.error(node.at, f"{what} holds no text", "Write it as {en: ...}")
        return LocalText(tuple(pairs))

    def _refuse_language(self, language: str, item: Node, at: int) -> None:
        if _LOST_SPACE.search(language):
            self.error(at, f"a no-break space follows the colon in {excerpt(language)}", "Use a plain space")
        elif type(item) is Text and not item.value:
            self.error(
                at,
                f"{excerpt(language)} stands alone: a comma has ended the text before it",
                "Put a text with a comma in quotes",
            )
        else:
            self.error(at, f"{excerpt(language)} is no language tag", "Write one such as en, th or cs")

    def _warn_lost(self, node: Text, lost: str) -> None:
        self.report.warn(
            self.tree,
            node.end,
            f'"#" after a space begins a comment, so {excerpt(lost)} is lost',
            "Put the whole text in quotes, or move the comment to a line of its own",
        )


def shape_of(node: Node) -> str:
    """Return what a node is, for people: "a list", "a mapping", "a text"."""
    if type(node) is Text:
        if not node.value:
            return "empty"
        hint = ", with a no-break space (U+00A0) in it" if _LOST_SPACE.search(node.value) else ""
        return f"a text ({excerpt(node.value, 40)}{hint})"
    return "a list" if type(node) is Listing else "a mapping"


def label_of(kind: str, node: Mapping) -> str:
    """Return what a record is called in problems: 'event "leaves-odessa"'."""
    identity = node.entries.get("id")
    return f"{kind} {excerpt(identity.value)}" if isinstance(identity, Text) else f"one {kind}"
