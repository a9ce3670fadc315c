"""How a long tree of options is shown in groups: a heading for each, what belongs to it, the rest of it last."""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.flow.fields import FieldOption

LONG = 12
"""Up to so many options are seen at a glance; more of them get the headings of their groups."""


class Groups:
    """`ordered` are the options as they are shown; `begins` says which group begins with an option.

    A short list, and one without a tree, is one list as it was written.
    """

    def __init__(self, options: tuple[FieldOption, ...]) -> None:
        self._above = {option.id: option.parent for option in options}
        heads = {self._top(option.id) for option in options if self._is_inside(option)}
        self.heads: frozenset[str] = frozenset(heads if len(options) > LONG else ())
        self.ordered = self._in_order(options)
        self.begins: Mapping[str, str] = self._beginnings()

    @property
    def ids(self) -> tuple[str, ...]:
        """The options in the order in which they are shown."""
        return tuple(option.id for option in self.ordered)

    @property
    def first_alone(self) -> str | None:
        """The first option after all groups."""
        return next((name for name in self.ids if self.heads and self.group(name) is None), None)

    def chain(self, name: str) -> list[str]:
        """An option and all it stands under, the nearest first."""
        chain: list[str] = []
        step: str | None = name
        while step is not None and step in self._above and step not in chain:
            chain.append(step)
            step = self._above[step]
        return chain

    def depth(self, name: str) -> int:
        """How far an option stands in; what a heading says needs no step."""
        steps = len(self.chain(name)) - 1
        return max(0, steps - 1) if self._top(name) in self.heads else steps

    def group(self, name: str) -> str | None:
        """The group an option belongs to; None outside of all."""
        top = self._top(name)
        return top if top in self.heads else None

    def _is_inside(self, option: FieldOption) -> bool:
        return option.parent in self._above

    def _top(self, name: str) -> str:
        return self.chain(name)[-1]

    def _in_order(self, options: tuple[FieldOption, ...]) -> tuple[FieldOption, ...]:
        """In a group the rest of it, which bears its name, last; after all groups what has none."""
        ordered: list[FieldOption] = []
        for head in (one for one in options if one.id in self.heads):
            inside = (one for one in options if self._top(one.id) == head.id)
            ordered += [*(one for one in inside if one is not head), head]
        return (*ordered, *(one for one in options if self._top(one.id) not in self.heads))

    def _beginnings(self) -> dict[str, str]:
        begins: dict[str, str] = {}
        for option in self.ordered:
            group = self.group(option.id)
            if group is not None and group not in begins.values():
                begins[option.id] = group
        return begins
