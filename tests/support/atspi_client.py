"""What a screen reader sees and does, on the other side of the accessibility bus. Knows controls by role and name only.

Runs with the system's Python, which has `gi`; imports nothing of the project. Reads one request a line
({"do": "press", ...}) from standard input and writes one answer a line, both JSON. Waits for events, never for time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

LOOK_EVERY = 40
"""Milliseconds between two looks while waiting."""
STATES = (
    "focused",
    "showing",
    "enabled",
    "checked",
    "focusable",
    "selected",
    "expanded",
    "expandable",
)


class Reader:
    """A screen reader's view of one application."""

    def __init__(self, program: str) -> None:
        Atspi.init()
        self.program = program
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register("object:announcement")

    def _on_event(self, event: Atspi.Event) -> None:
        self.heard.append(str(event.any_data))

    def application(self) -> Atspi.Accessible | None:
        """The application on the bus; None while it is not there."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and self.program in (child.get_name() or ""):
                return child
        return None

    def nodes(self) -> Iterator[tuple[int, Atspi.Accessible]]:
        """Everything in the application, in reading order, with its depth."""
        top = self.application()
        if top is not None:
            yield from walk(top, 0)

    def find(self, name: str, role: str | None) -> Atspi.Accessible | None:
        """The one thing on the screen with this name."""
        for _, node in self.nodes():
            if matches(node, name, role):
                return node
        return None


def walk(node: Atspi.Accessible, depth: int) -> Iterator[tuple[int, Atspi.Accessible]]:
    """The node and all below it; what is not on the screen is passed over, as a screen reader does."""
    yield depth, node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and (depth == 0 or "showing" in states(child)):
            yield from walk(child, depth + 1)


def matches(node: Atspi.Accessible, name: str, role: str | None) -> bool:
    """Whether it is on the screen and called so."""
    if role is not None and node.get_role_name() != role:
        return False
    return (node.get_name() or "") == name and "showing" in states(node)


def states(node: Atspi.Accessible) -> list[str]:
    """Those of STATES the node is in."""
    there = node.get_state_set()
    return [name for name in STATES if there.contains(getattr(Atspi.StateType, name.upper()))]


def told(node: Atspi.Accessible) -> dict[str, object]:
    """What a screen reader would say of it."""
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": states(node),
        "level": (node.get_attributes() or {}).get("level", ""),
    }


def until(found: Callable[[], object], seconds: float) -> bool:
    """Let events come in until it is so, or too much time has passed; whether it is so."""
    context = GLib.MainContext.default()
    end = GLib.get_monotonic_time() + seconds * 1_000_000
    ticker = GLib.timeout_add(LOOK_EVERY, lambda: True)
    try:
        while not safely(found):
            if GLib.get_monotonic_time() > end:
                return False
            context.iteration(True)
    finally:
        GLib.source_remove(ticker)
    return True


def safely(call: Callable[[], object]) -> object:
    """Nothing, where the tree changed while it was being read."""
    try:
        return call()
    except GLib.Error:
        return None


class Requests:
    """Does what is asked; every method is one request and gives its answer."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def find(self, name: str, role: str | None, seconds: float) -> object:
        """Wait for something of this name; what is said of it, None if it never came."""
        until(lambda: self._reader.find(name, role), seconds)
        node = safely(lambda: self._reader.find(name, role))
        return None if node is None else told(node)

    def gone(self, name: str, role: str | None, seconds: float) -> object:
        """Wait until nothing has this name; whether it is so."""
        return until(lambda: self._reader.find(name, role) is None, seconds)

    def press(self, name: str, role: str | None, seconds: float) -> object:
        """Wait until it can be pressed, toggled or chosen, and do so; what was done, None if it never could."""
        until(lambda: self._deed(name, role), seconds)
        found = self._deed(name, role)
        if found is None:
            return None
        node, index, deed = found
        node.do_action(index)
        return deed

    def _deed(self, name: str, role: str | None) -> tuple[Atspi.Accessible, int, str] | None:
        """What can be pressed, and how: a thing that can't be used now has no such action."""
        for _, node in self._reader.nodes():
            if not matches(node, name, role) or "Action" not in node.get_interfaces():
                continue
            names = [node.get_action_name(index) for index in range(node.get_n_actions())]
            for wanted in ("Press", "Toggle", "ShowMenu"):
                if wanted in names and "enabled" in states(node):
                    return node, names.index(wanted), wanted
        return None

    def write(self, name: str, text: str, role: str | None, seconds: float) -> object:
        """Put text into a field; what stands in it then, None if it takes none."""
        until(lambda: self._reader.find(name, role), seconds)
        node = self._reader.find(name, role)
        if node is None or "EditableText" not in node.get_interfaces():
            return None
        node.set_text_contents(text)
        until(lambda: Atspi.Text.get_text(node, 0, -1) == text, seconds)
        return Atspi.Text.get_text(node, 0, -1)

    def all(self) -> object:
        """Everything on the screen, in order, with its depth."""
        return [{"depth": depth, **told(node)} for depth, node in self._reader.nodes()]

    def heard(self, sentence: str, seconds: float) -> object:
        """Wait until a sentence with this in it was announced; all that was announced so far."""
        until(lambda: any(sentence in one for one in self._reader.heard), seconds)
        return list(self._reader.heard)

    def there(self, seconds: float) -> object:
        """Wait for the application; whether it is on the bus."""
        return until(self._reader.application, seconds)


def main(program: str) -> None:
    """Answer requests until there are no more."""
    requests = Requests(Reader(program))
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(requests, request.pop("do"))(**request)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
