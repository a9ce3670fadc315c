"""Tests on what was chosen: option and place names become sets of leaves, ranks become sets of options."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.core import Relation, Test, all_of, negate
from ccsdesk.rules.language.facts import NamedList
from ccsdesk.rules.language.place import MOST_LISTED, Span, nearest, quoted
from ccsdesk.rules.language.scope import Scope
from ccsdesk.rules.language.syntax import Choosing, Listed, Name
from ccsdesk.rules.language.types import NO, YES, Choices, Home

_RANKS: Mapping[Relation, Callable[[int, int], bool]] = {
    Relation.LESS: operator.lt,
    Relation.AT_MOST: operator.le,
    Relation.EQUAL: operator.eq,
    Relation.AT_LEAST: operator.ge,
    Relation.MORE: operator.gt,
}


def yes_test(choices: Choices, *, truth: bool = True) -> Test:
    """A yes/no fact alone."""
    return choices.one_of(frozenset({YES if truth else NO}))


def is_option(choices: Choices, name: Name, scope: Scope) -> Test:
    """`x is option`: this option, or any inside it."""
    _refuse_several(choices, name.span, scope)
    return choices.one_of(_inside(choices, (name,), scope))


def in_list(choices: Choices, items: Listed, scope: Scope) -> Test:
    """`x in [..]`, `x within ..`: any of these options, or of those inside them."""
    _refuse_several(choices, items.span, scope)
    return choices.one_of(leaves_of(choices, items, scope))


def has(choices: Choices, choosing: Choosing, items: Listed, scope: Scope) -> Test:
    """`x has option`, `x has any of [..]`; an option stands for all inside it.

    Raises:
        CatalogueError: the question takes one answer only, or lacks an option.
    """
    if not choices.several:
        raise scope.source.mistake(
            "“{name}” has one answer only.",
            items.span,
            code="type",
            advice="Write “is” or “in” instead of “has”.",
            name=choices.name,
        )
    _refuse_several_cell(choices, items.span, scope)
    if choosing is Choosing.ALL:
        names = tuple(Name(item, items.span) for item in named_items(choices, items, scope))
        return all_of(tuple(choices.one_of(_inside(choices, (name,), scope)) for name in names))
    found = choices.one_of(leaves_of(choices, items, scope))
    return negate(found) if choosing is Choosing.NONE else found


def ranked(choices: Choices, bounds: Iterable[tuple[Relation, Name]], scope: Scope) -> Test:
    """`rating at least sb7`, `rating between sb4 and sb7`: the options of those ranks.

    Raises:
        CatalogueError: the options have no order, or the option is unknown.
    """
    chosen = list(enumerate(choices.order))
    for relation, name in bounds:
        bound, holds = _rank(choices, name, scope), _RANKS[relation]
        chosen = [(rank, option) for rank, option in chosen if holds(rank, bound)]
    return choices.one_of(frozenset(option for _, option in chosen))


def _rank(choices: Choices, name: Name, scope: Scope) -> int:
    if not choices.order:
        raise scope.source.mistake(
            "The options of “{name}” have no order.",
            name.span,
            code="type",
            advice="Write “in” and a list, or give the question “ordered: true”.",
            name=choices.name,
        )
    option = _valid(choices, name, scope)
    if option not in choices.order:
        raise unknown_option(choices, name, scope)
    return choices.order.index(option)


# names of options


def leaves_of(choices: Choices, items: Listed, scope: Scope) -> frozenset[str]:
    """All leaves that a written list, a named list or a single name stands for."""
    return choices.tree.inside(named_items(choices, items, scope))


def named_items(choices: Choices, items: Listed, scope: Scope) -> tuple[str, ...]:
    """The options as they are named, a named list opened.

    Raises:
        CatalogueError: an option the question does not have, or a list of another question.
    """
    if not items.brackets:
        name = items.items[0]
        known = option_id(choices, name.text) is not None
        named = scope.dictionary.lists.get(name.text)
        if named is not None and not known:
            return _of_list(choices, named, name, scope)
    return tuple(_valid(choices, name, scope) for name in items.items)


def _of_list(choices: Choices, named: NamedList, name: Name, scope: Scope) -> tuple[str, ...]:
    known = choices.tree.leaves
    if named.of == choices.key or all(item in known for item in named.items):
        return tuple(item for item in known if item in named.items)
    raise scope.source.mistake(
        "The list “{list}” is about “{of}”, not about “{name}”.",
        name.span,
        code="list",
        advice="Use a list of “{name}”, or write its options in brackets.",
        list=named.id,
        of=named.of,
        name=choices.name,
    )


def _inside(choices: Choices, names: tuple[Name, ...], scope: Scope) -> frozenset[str]:
    return choices.tree.inside(_valid(choices, name, scope) for name in names)


def _valid(choices: Choices, name: Name, scope: Scope) -> str:
    option = option_id(choices, name.text)
    if option is None:
        raise unknown_option(choices, name, scope)
    return option


def option_id(choices: Choices, text: str) -> str | None:
    """The option of this name; where options have ranks, also by its number from 0."""
    if text in choices.tree.leaves:
        return text
    if text.isdigit() and int(text) < len(choices.order):
        return choices.order[int(text)]
    return None


# mistakes


def unknown_option(choices: Choices, name: Name, scope: Scope) -> CatalogueError:
    """The mistake of an option that the question does not have."""
    known = choices.tree.leaves
    near = nearest(name.text, known)
    advice = "Did you mean {nearest}?" if near else "Write {valid}."
    if not near and len(known) > MOST_LISTED:
        advice = "See the options of the question."
    return scope.source.mistake(
        "“{name}” has no option “{option}”.",
        name.span,
        code="unknown-option",
        advice=advice,
        name=choices.name,
        option=name.text,
        nearest=near,
        valid=quoted(known) if len(known) <= MOST_LISTED else "",
    )


def _refuse_several(choices: Choices, span: Span, scope: Scope) -> None:
    if choices.several:
        raise scope.source.mistake(
            "“{name}” may have several answers.",
            span,
            code="type",
            advice="Write “has”, “has any of”, “has all of” or “has none of”.",
            name=choices.name,
        )


def _refuse_several_cell(choices: Choices, span: Span, scope: Scope) -> None:
    if choices.home is Home.CELL:
        raise scope.source.mistake(
            "The column “{name}” has several answers; a filter can't look into it.",
            span,
            code="type",
            advice="Make it a column of kind single or yes_no.",
            name=choices.name,
        )
