"""Conditions as written: YAML words, lists and maps into `WrittenRule`s, with the place of every line.

Also finds what YAML took out of a line before anybody could see it. Means nothing yet; the compiler gives the meaning.
"""

from __future__ import annotations

import re
from typing import Final

from ccsdesk.domain.question import Texts
from ccsdesk.rules.catalogue.forms import Form, read_form
from ccsdesk.rules.catalogue.marks import Entries, Items, Style, Word
from ccsdesk.rules.catalogue.mistakes import nearest
from ccsdesk.rules.catalogue.scalars import Flag, Line, Whole, Wording, Words
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.language.core import RuleKind
from ccsdesk.rules.language.written import WrittenLine, WrittenRule

SUBJECTS: Final = ("applicant", "person", "project", "cost", "partner", "third_party", "asset")

_EXTRAS: Final = ("id", "unless", "text", "subject", "moment", "shape", "source", "assumed")
_LISTS: Final = {"all": RuleKind.ALL, "any": RuleKind.ANY}
_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED: Final = re.compile(rf"(at least|at most|exactly) ([0-9]{{1,3}}|{'|'.join(_WORDS)}) of")
_COUNTS: Final = {
    "at least": RuleKind.AT_LEAST,
    "at most": RuleKind.AT_MOST,
    "exactly": RuleKind.EXACTLY,
}
_VARIANT: Final = ("when", "then", "otherwise")


class _ExtrasForm(Form):
    id: Line | None = None
    text: Wording | None = None
    subject: Line = "applicant"
    moment: Wording | None = None
    shape: Words = ()
    source: Whole | None = None
    assumed: Flag = False


def read_line(spot: Spot, work: Workshop) -> WrittenLine | None:
    """One condition line; None (and a mistake kept) if there is none."""
    word = spot.data
    if not isinstance(word, Word) or not word.strip():
        work.wrong(
            spot,
            "A condition line is expected here.",
            advice="Write it as one line of plain text.",
            code="bad-condition",
        )
        return None
    if word.style is Style.BLOCK:
        work.wrong(
            spot,
            "A condition cannot begin with “>” or “|”.",
            advice="Write it as one line of plain text.",
            code="lost-text",
        )
        return None
    if word.cut:
        work.wrong(
            spot,
            "YAML takes “ #” in a condition for a comment, and what follows is lost.",
            advice="Leave the sign out, or put two blanks before it if it is a comment.",
            code="lost-text",
        )
        return None
    column = spot.mark.column + (word.style is Style.QUOTED)
    return WrittenLine(str(word), spot.file, spot.mark.line, column)


def read_rules(spot: Spot, work: Workshop) -> WrittenRule:
    """A list of conditions that must all hold; nothing at all always holds."""
    if spot.data is None:
        return WrittenRule(RuleKind.ALL, file=spot.file, line_number=spot.mark.line)
    if not isinstance(spot.data, Items):
        rule = read_rule(spot, work)
        return _group(RuleKind.ALL, () if rule is None else (rule,), spot)
    return _group(RuleKind.ALL, _children(spot, work), spot)


def read_rule(spot: Spot, work: Workshop) -> WrittenRule | None:
    """A line, a map or (meaning all of them) a list; None if it cannot be read."""
    match spot.data:
        case Items():
            return read_rules(spot, work)
        case Entries():
            return _read_map(spot, spot.data, work)
        case _:
            line = read_line(spot, work)
            if line is None:
                return None
            return WrittenRule(
                RuleKind.LINE,
                line,
                file=spot.file,
                line_number=spot.mark.line,
                column=spot.mark.column,
            )


def _children(spot: Spot, work: Workshop) -> tuple[WrittenRule, ...]:
    if not isinstance(spot.data, Items) or not spot.data:
        work.wrong(
            spot,
            "A list of conditions is expected here.",
            advice="Write one condition a line, each after a dash.",
            code="bad-condition",
        )
        return ()
    found = []
    for index, item in enumerate(spot.data):
        if isinstance(item, Items):
            work.wrong(
                spot.at(index),
                "A condition cannot begin with a bracket.",
                advice="Write the line so that a name comes first, or use all: or any: for a list.",
                code="lost-text",
            )
            continue
        found.append(read_rule(spot.at(index), work))
    return tuple(rule for rule in found if rule is not None)


def _group(
    kind: RuleKind,
    children: tuple[WrittenRule, ...],
    spot: Spot,
    *,
    count: int | None = None,
    line: WrittenLine | None = None,
) -> WrittenRule:
    return WrittenRule(
        kind,
        line,
        children,
        count=count,
        file=spot.file,
        line_number=spot.mark.line,
        column=spot.mark.column,
    )


def _read_map(spot: Spot, entries: Entries, work: Workshop) -> WrittenRule | None:
    heads = [key for key in entries if key not in _EXTRAS and key not in {"then", "otherwise"}]
    known = [key for key in heads if _is_head(key)]
    for key in heads:
        if key not in known:
            _tell_unknown_key(spot, entries, key, work)
    if len(known) != 1 or len(heads) != 1:
        if len(heads) == len(known):
            work.wrong(
                spot,
                "A condition has exactly one line or group.",
                advice="Give one of: rule, all, any, not, at least N of, at most N of, exactly N of, when.",
                code="bad-condition",
            )
        return None
    rule = _read_head(spot, known[0], work)
    extras = _read_extras(spot, entries, work)
    if rule is None or extras is None:
        return None
    unless = read_rule(spot.at("unless"), work) if "unless" in entries else None
    return WrittenRule(
        rule.kind,
        rule.line,
        rule.children,
        unless=unless,
        count=rule.count,
        id=extras.id,
        text=_texts(extras.text),
        subject=extras.subject,
        moment=_texts(extras.moment),
        assumed=extras.assumed,
        source=extras.source,
        shape=extras.shape,
        file=spot.file,
        line_number=rule.line_number,
        column=rule.column,
    )


def _is_head(key: str) -> bool:
    return key in _LISTS or key in {"rule", "not", "when"} or bool(_COUNTED.fullmatch(key))


def _read_head(spot: Spot, key: str, work: Workshop) -> WrittenRule | None:
    inner = spot.at(key)
    if key == "when":
        return _read_variant(spot, work)
    if isinstance(spot.data, Entries):
        for extra in ("then", "otherwise"):
            if extra in spot.data:
                _tell_unknown_key(spot, spot.data, extra, work)
                return None
    if key == "rule":
        line = read_line(inner, work)
        return None if line is None else _group(RuleKind.LINE, (), inner, line=line)
    if key == "not":
        child = read_rule(inner, work)
        return None if child is None else _group(RuleKind.NOT, (child,), spot)
    if key in _LISTS:
        return _group(_LISTS[key], _children(inner, work), spot)
    counted = _COUNTED.fullmatch(key)
    if counted is None:
        return None
    children = _children(inner, work)
    written = counted.group(2)
    count = _WORDS.index(written) + 1 if written in _WORDS else int(written)
    if children and count > len(children):
        work.wrong(
            spot,
            "“{key}” asks for more conditions than the {number} given.",
            advice="Lower the number, or add conditions.",
            code="bad-condition",
            key=key,
            number=len(children),
        )
    return _group(_COUNTS[counted.group(1)], children, spot, count=count)


def _read_variant(spot: Spot, work: Workshop) -> WrittenRule | None:
    entries = spot.data
    if not isinstance(entries, Entries) or "then" not in entries:
        work.wrong(
            spot,
            "“when” needs “then”.",
            advice="Add then: with the conditions that hold in this case.",
            code="bad-condition",
        )
        return None
    parts = [read_rule(spot.at(key), work) for key in _VARIANT if key in entries]
    children = tuple(part for part in parts if part is not None)
    return None if len(children) < len(parts) else _group(RuleKind.VARIANT, children, spot)


def _read_extras(spot: Spot, entries: Entries, work: Workshop) -> _ExtrasForm | None:
    wanted = entries.only(_EXTRAS).without({"unless"})
    extras = None
    with work.mistakes.kept():
        extras = read_form(_ExtrasForm, wanted, file=spot.file, frame=work.frame)
    if extras is not None:
        work.known("subject", extras.subject, SUBJECTS, spot.at("subject"))
    return extras


def _texts(texts: dict[str, str] | None) -> Texts | None:
    return texts


def _tell_unknown_key(spot: Spot, entries: Entries, key: str, work: Workshop) -> None:
    at_key = Spot(spot.file, None, entries.keys_at[key])
    heads = ["rule", "all", "any", "not", "at least 2 of", "at most 2 of", "exactly 1 of", "when"]
    guess = nearest(key, [*heads, *_EXTRAS], likeness=0.7)
    if guess:
        work.wrong(
            at_key,
            "The key “{key}” is not known in a condition.",
            advice="Did you mean “{nearest}”?",
            code="unknown-key",
            key=key,
            nearest=guess,
        )
        return
    work.wrong(
        at_key,
        "“{key}:” is read as a key, not as a part of the condition.",
        advice="Leave the colon out; a group begins with all, any, not, at least N of, exactly N of or when.",
        code="lost-text",
        key=key,
    )
