"""Values of an answers file into answers, by the question's kind; mistakes name question, place, nearest value."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final, assert_never

from ccsdesk.domain.answers import (
    Answer,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Written,
)
from ccsdesk.domain.question import Kind, Question
from ccsdesk.rules.catalogue.answer_place import Asked, refuse_unknown_keys, set_of
from ccsdesk.rules.catalogue.answer_spans import read_amounts
from ccsdesk.rules.catalogue.marks import Entries, Items, Style, Word
from ccsdesk.rules.catalogue.mistakes import nearest
from ccsdesk.rules.catalogue.spot import MOST_LISTED, advice_for
from ccsdesk.rules.language.facts import Tree

DONT_KNOW: Final = "dont_know"
DOES_NOT_APPLY: Final = "does_not_apply"
LONGEST_TEXT: Final = 20_000
MOST_SELECTIONS: Final = 1_000

_TRUTHS: Final = {"true": "yes", "yes": "yes", "false": "no", "no": "no"}


def read_answer(asked: Asked) -> Answer:
    """The answer to a question.

    Raises:
        AnswerError: what is written is no answer to this question.
    """
    if asked.field.kind is not Kind.TABLE:
        return read_cell(asked)
    if asked.data == DONT_KNOW:
        return DontKnow()
    if asked.data == DOES_NOT_APPLY:
        return _not_applying(asked)
    return _read_records(asked)


def read_cell(asked: Asked) -> Cell:
    """The answer to a question that is no table, or a cell of a table.

    Raises:
        AnswerError: what is written is no such answer.
    """
    if asked.data is None:
        raise asked.wrong(
            "“{question}” has no value.",
            advice="Leave it out if it was not asked, or write dont_know.",
        )
    if asked.data == DONT_KNOW:
        return DontKnow()
    if asked.data == DOES_NOT_APPLY:
        return _not_applying(asked)
    match asked.field.kind:
        case Kind.SINGLE | Kind.SCALE | Kind.YES_NO | Kind.PLACE:
            return Choice(_read_choice(asked))
        case Kind.SEVERAL:
            return Selection(_read_selections(asked))
        case Kind.NUMBER | Kind.MONEY | Kind.PERCENT | Kind.DATE | Kind.MONTH:
            return read_amounts(asked)
        case Kind.TEXT:
            return _read_text(asked)
        case Kind.TABLE:
            raise asked.wrong("A table cannot stand here.", advice="Write a single value.")
        case _:
            assert_never(asked.field.kind)


def _not_applying(asked: Asked) -> DoesNotApply:
    if not asked.may_not_apply:
        raise asked.wrong(
            "“{question}” cannot be answered with does_not_apply.",
            advice="Write dont_know, or leave the question out.",
            code="not-possible",
        )
    return DoesNotApply()


# -- one of several options --------------------------------------------------------------------


def _read_choice(asked: Asked) -> frozenset[str]:
    ordered = asked.field.ordered and asked.field.kind is not Kind.PLACE
    allowed = ("between", "at_least", "at_most", "one_of") if ordered else ("one_of",)
    match set_of(asked, allowed):
        case None:
            return _options(asked)
        case "one_of":
            inner = _listed(asked.at("one_of"))
            return frozenset().union(*(_options(one) for one in inner))
        case "between":
            return _ranks_between(asked.at("between"))
        case "at_least":
            return _ranks(asked, _rank(asked.at("at_least")), None)
        case _:
            return _ranks(asked, None, _rank(asked.at("at_most")))


def _options(asked: Asked) -> frozenset[str]:
    """The leaves that one written option means."""
    word = asked.data
    if not isinstance(word, Word):
        raise asked.wrong(
            "“{question}” is answered with one option.",
            advice="Write its id, or {{one_of: [...]}} for one of several.",
        )
    if asked.field.kind is Kind.YES_NO:
        return frozenset({_truth(asked, word)})
    tree = _tree(asked)
    name = _numbered(asked, word) or str(word)
    if name not in tree.leaves:
        raise _unknown_option(asked, tree.leaves)
    return tree.leaves[name]


def _truth(asked: Asked, word: Word) -> str:
    quoted_truth = word.style is Style.QUOTED and word in {"true", "false"}
    if word not in _TRUTHS or quoted_truth:
        raise asked.wrong(
            "“{question}” is answered with true or false.", advice="Write it without quotes."
        )
    return _TRUTHS[word]


def _numbered(asked: Asked, word: Word) -> str | None:
    """The option of a scale by its number, 0 for the lowest."""
    options = asked.field.options
    if asked.field.kind is not Kind.SCALE or word in {option.id for option in options}:
        return None
    if word.style is Style.PLAIN and word.isascii() and word.isdigit() and len(word) <= 3:
        number = int(word)
        if number < len(options):
            return options[number].id
        raise asked.wrong(
            "“{given}” is out of range for “{question}”.",
            advice="It lies between 0 and {last}.",
            code="out-of-range",
            last=len(options) - 1,
        )
    return None


def _rank(asked: Asked) -> int:
    chosen = _options(asked)
    return min(index for index, one in enumerate(asked.field.options) if one.id in chosen)


def _ranks(asked: Asked, low: int | None, high: int | None) -> frozenset[str]:
    options = asked.field.options
    last = len(options) - 1 if high is None else high
    return frozenset(one.id for one in options[low or 0 : last + 1])


def _ranks_between(asked: Asked) -> frozenset[str]:
    if not isinstance(asked.data, Items) or len(asked.data) != 2:
        raise asked.wrong(
            "“between” for “{question}” needs a list of two values.",
            advice="Write it as {{between: [1, 3]}}.",
            code="bad-set",
        )
    low, high = _rank(asked.at(0)), _rank(asked.at(1))
    if low > high:
        raise asked.wrong(
            "The range for “{question}” begins after its end.",
            advice="Swap the two values.",
            code="reversed",
        )
    return _ranks(asked, low, high)


def _tree(asked: Asked) -> Tree:
    if asked.field.kind is Kind.PLACE:
        return asked.dictionary.place_tree
    return asked.dictionary.option_trees[asked.name]


def _unknown_option(asked: Asked, known: Iterable[str]) -> Exception:
    names = sorted(known)
    guess = nearest(str(asked.data), names)
    return asked.wrong(
        "“{question}” has no place “{given}”."
        if asked.field.kind is Kind.PLACE
        else "“{question}” has no option “{given}”.",
        advice=advice_for(guess, names),
        code="unknown-option",
        nearest=guess,
        known=", ".join(names[:MOST_LISTED]),
    )


# -- several options ---------------------------------------------------------------------------


def _read_selections(asked: Asked) -> frozenset[frozenset[str]]:
    if set_of(asked, ("one_of",)) is None:
        return _selection(asked)
    inner = _listed(asked.at("one_of"))
    return frozenset().union(*(_selection(one) for one in inner))


def _selection(asked: Asked) -> frozenset[frozenset[str]]:
    """The selections one written list means: more than one where it names an option with others inside."""
    if not isinstance(asked.data, Items):
        raise asked.wrong(
            "“{question}” is answered with a list of options.",
            advice="Write it as [a, b], or [] for none.",
        )
    seen: set[str] = set()
    ways: list[frozenset[str]] = []
    count = 1
    for index, item in enumerate(asked.data):
        piece = asked.at(index)
        ways.append(_options(piece))
        count *= len(ways[-1])
        if item in seen:
            raise piece.wrong(
                "“{given}” stands twice in the answer to “{question}”.",
                advice="Name it once.",
                code="duplicate",
            )
        seen.add(str(item))
        if count > MOST_SELECTIONS:
            raise piece.wrong(
                "The answer to “{question}” leaves too much open.",
                advice="Name options that have no others inside.",
                code="bad-set",
            )
    return frozenset(frozenset(picked) for picked in product(*ways))


def _listed(asked: Asked) -> list[Asked]:
    if not isinstance(asked.data, Items):
        raise asked.wrong(
            "“one_of” for “{question}” needs a list.",
            advice="Write it as {{one_of: [...]}}.",
            code="bad-set",
        )
    if not asked.data:
        raise asked.wrong(
            "The list of what “{question}” may be is empty.",
            advice="Name at least one value, or write dont_know.",
            code="empty-set",
        )
    return [asked.at(index) for index in range(len(asked.data))]


# -- text and tables ---------------------------------------------------------------------------


def _read_text(asked: Asked) -> Written:
    if not isinstance(asked.data, Word):
        raise asked.wrong("“{question}” is answered with text.", advice="Write it in quotes.")
    if len(asked.data) > LONGEST_TEXT:
        raise asked.wrong(
            "The text for “{question}” is longer than {limit} characters.",
            advice="Shorten it.",
            code="out-of-range",
            limit=LONGEST_TEXT,
        )
    return Written(str(asked.data))


def _read_records(asked: Asked) -> Records:
    table = asked.field
    if not isinstance(asked.data, Items) or not isinstance(table, Question):
        raise asked.wrong(
            "“{question}” is answered with a list of records.",
            advice="Write one map for each, or [] for none.",
        )
    if len(asked.data) > table.most:
        raise asked.wrong(
            "“{question}” has {count} records; there may be {most}.",
            advice="Leave the least important ones out.",
            code="out-of-range",
            count=len(asked.data),
            most=table.most,
        )
    rows = tuple(_read_row(asked.at(index), table) for index in range(len(asked.data)))
    return Records(rows)


def _read_row(asked: Asked, table: Question) -> dict[str, Cell]:
    if not isinstance(asked.data, Entries):
        raise asked.wrong(
            "A record of “{question}” is a map of its columns.",
            advice="Write it as {{column: value}}.",
        )
    refuse_unknown_keys(asked.spot, [column.id for column in table.columns], {})
    row: dict[str, Cell] = {}
    for column in table.columns:
        if column.id not in asked.data:
            row[column.id] = DontKnow()
            continue
        name = f"{asked.name}.{column.id}"
        spot = asked.spot.at(column.id)
        cell = Asked(column, name, spot, asked.dictionary, asked.day, asked.may_not_apply)
        row[column.id] = read_cell(cell)
    return row
