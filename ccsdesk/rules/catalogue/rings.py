"""Rings among things that refer to each other: found once each, as a path that comes back to its start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def rings(uses: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The rings that a walk along the references meets; the first name of each stands again at its end."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in uses:
        _walk(start, uses, done, found)
    return found


def _walk(
    start: str, uses: Mapping[str, Sequence[str]], done: set[str], found: list[tuple[str, ...]]
) -> None:
    if start in done:
        return
    path: list[str] = [start]
    waiting: list[list[str]] = [[*uses.get(start, ())]]
    while path:
        if not waiting[-1]:
            done.add(path.pop())
            waiting.pop()
            continue
        name = waiting[-1].pop(0)
        if name in path:
            found.append((*path[path.index(name) :], name))
        elif name not in done:
            path.append(name)
            waiting.append([*uses.get(name, ())])
