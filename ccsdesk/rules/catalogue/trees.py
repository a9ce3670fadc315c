"""Trees of places and codes: every parent exists and none is its own ancestor, before anything is built on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ccsdesk.rules.catalogue.spot import Spot, Workshop


class Node(Protocol):
    """A form with an id and a parent."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def parent(self) -> str | None:
        """The id of the node it lies in."""


def sound_tree(what: str, nodes: Sequence[Node], spot: Spot, work: Workshop) -> bool:
    """Whether ids are unique and parents lead to a root; each thing that is not so is a mistake kept.

    `spot` holds the list of nodes, `what` names one of them.
    """
    before = len(work.mistakes.found)
    space = f"{what} in {spot.file}"
    for index, node in enumerate(nodes):
        work.unique(space, node.id, spot.at(index, "id"))
    parents = {node.id: node.parent for node in nodes}
    for index, node in enumerate(nodes):
        if node.parent is not None:
            work.known(what, node.parent, parents, spot.at(index, "parent"))
    for index, node in enumerate(nodes):
        if _in_ring(node.id, parents):
            work.wrong(
                spot.at(index, "parent"),
                "“{id}” lies inside itself.",
                advice="Correct the parents; they must lead to one without a parent.",
                code="ring",
                id=node.id,
            )
            break
    return len(work.mistakes.found) == before


def _in_ring(start: str, parents: Mapping[str, str | None]) -> bool:
    step = parents.get(start)
    for _ in parents:
        if step is None or step == start:
            break
        step = parents.get(step)
    return step == start
