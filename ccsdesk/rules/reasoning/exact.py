"""Exact answers about a condition: is it settled, which questions can still decide it, which answers force it.

Three-valued evaluation is quick and sound but sometimes says open where every completion agrees. Here the open answers
are split into cases until each case has one truth, so that "settled" means: every completion of the answers agrees.
Only where a test hangs on records of a table, or joins several questions with many values, is it taken to turn out
either way by itself; the result may then be open where it need not be, which is sound.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Every, Node, atoms_in
from ccsdesk.rules.reasoning.diagram import Diagram, TooLargeError
from ccsdesk.rules.reasoning.engine import Atom, Engine, Shape
from ccsdesk.rules.reasoning.splitting import Assumed
from ccsdesk.rules.reasoning.view import AnswersView, View
from ccsdesk.rules.reasoning.whole import Standing


class Condition:
    """One circuit of an engine, with exact answers about it. Holds no answers of its own."""

    def __init__(
        self,
        engine: Engine,
        node: Node,
        parts: tuple[Condition, ...] | None = None,
        *,
        shape: Shape | None = None,
    ) -> None:
        self._engine = engine
        self.node = node
        self._shape = shape = engine.shape_of(node) if shape is None else shape
        self.reach = shape.reach
        self.number = shape.number
        if parts is None:
            items = node.items if isinstance(node, Every) else ()
            parts = tuple(Condition(engine, item) for item in items)
        self._parts = parts
        self._holds_for_some: bool | None = None

    def tests_about(self, question: str) -> list[Atom]:
        """The single tests that look at a question, those included that decide what else is asked."""
        engine = self._engine
        nodes = [
            self.node,
            *(engine.asked[name] for name in engine.named(self.reach) if name in engine.asked),
        ]
        return [atom for atom in engine.atoms_under(nodes) if question in atom.questions]

    def on(self, engine: Engine) -> Condition:
        """The same circuit in an engine that numbers its tests alike but looks at another day."""
        parts = tuple(part.on(engine) for part in self._parts)
        return Condition(engine, self.node, parts, shape=self._shape)

    def truth(self, view: View) -> int:
        """The three-valued truth, before the exact step."""
        return self.node.run(view)

    def get_ready(self) -> Iterator[None]:
        """Make the diagrams of it and its parts ahead, in small steps; they serve all answers."""
        wholes = self._engine.wholes
        if self.number not in wholes:
            nothing = View.of_answers(self._engine, {})
            try:
                wholes[self.number] = yield from Diagram(self._engine, self.node, nothing).whole()
            except TooLargeError:
                wholes[self.number] = None
        for part in self._parts:
            yield from part.get_ready()

    def settled(self, view: View) -> int:
        """The truth that every completion agrees on, or OPEN."""
        if not isinstance(view, AnswersView):
            return self._settled(view)
        known = view.settled.get(self.number)
        if known is not None:
            return known
        return view.settled.keep(self.number, self.reach, self._settled(view))

    def _standing(self, view: View) -> Standing | None:
        """How it stands by the diagram made ahead; None where there is none or it cannot follow the answers."""
        whole = self._engine.wholes.get(self.number)
        return None if whole is None else whole.standing(self._engine, view)

    def _settled(self, view: View) -> int:
        standing = self._standing(view)
        if standing is not None:
            return standing.truth
        truth = self.node.run(view)
        if truth != OPEN or self._surely_open(view) is not None:
            return truth
        groups = self._apart(view)
        if groups:
            return min(group.settled(view) for group in groups)
        if not self._reaches(view, YES):
            return NO
        return OPEN if self._reaches(view, NO) else YES

    def _reaches(self, view: View, wanted: int) -> bool:
        """Whether some completion gives this truth; also where that is too much to find out."""
        if wanted == NO and any(part.surely_fails(view) for part in self._parts):
            return True
        try:
            return Diagram(self._engine, self.node, view).reaches(wanted) is not None
        except TooLargeError:
            return True

    def surely_fails(self, view: View) -> bool:
        """Whether some completion surely fails it; no where that is not certain."""
        standing = self._standing(view)
        truth = self.node.run(view) if standing is None else standing.truth
        if truth != OPEN or standing is not None:
            return truth != YES
        if self._surely_open(view) is not None:
            return True
        diagram = Diagram(self._engine, self.node, view)
        try:
            found = diagram.reaches(NO)
        except TooLargeError:
            return False
        return found is not None and diagram.is_sure(found)

    def missing(self, view: View) -> tuple[str, ...]:
        """The questions that can still decide an open condition, in questionnaire order.

        A question is among them if, with all other open questions fixed in some way, two of its values (with whatever
        they cause to be asked or not) give different truths. Empty exactly when the condition is settled.
        """
        if not isinstance(view, AnswersView):
            return self._engine.named(self._missing(view))
        known = view.missing.get(self.number)
        if known is None:
            known = view.missing.keep(self.number, self.reach, self._missing(view))
        return self._engine.named(known)

    def _missing(self, view: View) -> int:
        """The same as bits."""
        standing = self._standing(view)
        if standing is not None:
            return standing.missing
        if self.node.run(view) != OPEN:
            return 0
        surely = self._surely_open(view)
        if surely is not None:
            return self._bits(surely)
        groups = self._apart(view)
        if groups:
            if any(group.settled(view) == NO for group in groups):
                return 0
            found = 0
            for group in groups:
                found |= self._bits(group.missing(view))
            return found
        diagram = Diagram(self._engine, self.node, view)
        try:
            return diagram.deciding()
        except TooLargeError:
            return diagram.loose()

    def because(self, view: View, given: Container[str]) -> tuple[str, ...]:
        """Given answers that force a settled condition, none of which can be left out, in questionnaire order.

        Later answers are left out first, so that what was asked early explains what it can.
        """
        truth = self.settled(view)
        if truth == OPEN:
            return ()
        bearing = [question for question in self._engine.named(self.reach) if question in given]
        if not isinstance(view, AnswersView):
            return self._because(view, given, truth=truth, bearing=bearing)
        key = (self.number, *bearing)
        known = view.because.get(key)
        if known is None:
            found = self._because(view, given, truth=truth, bearing=bearing)
            known = view.because.keep(key, self.reach, found)
        return known

    def _because(
        self, view: View, given: Container[str], *, truth: int, bearing: list[str]
    ) -> tuple[str, ...]:
        if truth == NO and self._parts:
            bearing = self._of_failed_part(view, given) or bearing
            reach = [question for question in self._engine.named(self.reach) if question in given]
            view = view.children(
                {q: self._engine.universes[q].full for q in reach if q not in bearing}
            )
            if len(bearing) == 1:
                return tuple(bearing) if self._may_hold() else ()
        kept = set(bearing)
        for question in reversed(bearing):
            freed = view.child(question, self._engine.universes[question].full)
            if self._still(freed, question, truth):
                view = freed
                kept.remove(question)
        return tuple(question for question in bearing if question in kept)

    def _may_hold(self) -> bool:
        """Whether it may hold before any answer."""
        if self._holds_for_some is None:
            nothing = View.of_answers(self._engine, {})
            standing = self._standing(nothing)
            self._holds_for_some = (
                self._reaches(nothing, YES) if standing is None else standing.truth != NO
            )
        return self._holds_for_some

    def _of_failed_part(self, view: View, given: Container[str]) -> list[str]:
        """Few answers that make one part of an all-of fail, which is all it takes."""
        found: list[str] | None = None
        for part in self._parts:
            if part.settled(view) != NO:
                continue
            answers = list(part.because(view, given))
            if found is None or len(answers) < len(found):
                found = answers
            if len(found) <= 1:
                break
        return found or []

    def _still(self, freed: View, question: str, truth: int) -> bool:
        """Whether a condition keeps its truth when this question may be anything."""
        if truth == YES and self._parts:
            bit = self._engine.bit[question]
            return all(part.settled(freed) == YES for part in self._parts if part.reach & bit)
        return self.settled(freed) == truth

    def _bits(self, questions: Iterable[str]) -> int:
        bits = 0
        for question in questions:
            bits |= self._engine.bit[question]
        return bits

    def _apart(self, view: View) -> tuple[Condition, ...]:
        """The open parts of an all-of, in groups that share no open question; nothing if there are not two groups.

        Groups are independent, so that what holds for each by itself can be put together.
        """
        groups: list[tuple[int, list[Condition]]] = []
        for part in self._parts:
            if part.truth(view) != OPEN:
                continue
            loose, members = view.loose(part.reach), [part]
            for other in [group for group in groups if group[0] & loose]:
                groups.remove(other)
                loose |= other[0]
                members = other[1] + members
            groups.append((loose, members))
        if len(groups) < 2:
            return ()
        return tuple(self._group(members) for _, members in groups)

    def _group(self, members: list[Condition]) -> Condition:
        if len(members) == 1:
            return members[0]
        node = Every(tuple(member.node for member in members))
        return Condition(self._engine, node, tuple(members))

    def _surely_open(self, view: View) -> frozenset[str] | None:
        """The questions an open condition hangs on if each can turn it either way whatever the others do, else None.

        That is so when every open test looks at one question of its own, and whether that is asked likewise.
        """
        seen: set[str] = set()
        fixed: set[str] = set()
        if not self._independent(self.node, view, seen, fixed):
            return None
        return frozenset(seen - fixed)

    def _independent(self, node: Node, view: View, seen: set[str], fixed: set[str]) -> bool:
        """Collects the questions seen, and those whose value is all one to the test: it hangs on their being asked."""
        for number in atoms_in(node.rest(view)):
            atom = self._engine.atoms[number]
            question = atom.questions[0]
            if not atom.tight or question in seen:
                return False
            seen.add(question)
            if view.asked(question) == YES:
                continue
            if atom.run(Assumed(view, question, view.raw(question))) != OPEN:
                fixed.add(question)
            if not self._independent(self._engine.asked[question], view, seen, fixed):
                return False
        return True
