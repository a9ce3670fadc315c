"""One way the answers may be: what each question may be there, and the truth of every test, computed when asked for.

Views form a tree: a child differs from its parent in one question and looks everything else up there.
"""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.domain.answers import Answer
from ccsdesk.rules.reasoning.atoms import NO, YES
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.memo import Memo
from ccsdesk.rules.reasoning.sets import CellSet, PossibleSet, is_certain, only_na, with_na


class View:
    """What every question may be. Immutable to its users; it only remembers what it has computed."""

    __slots__ = (
        "_changed",
        "_engine",
        "_possible",
        "_truths",
        "assumed",
        "narrowed",
        "own",
        "parent",
    )

    def __init__(
        self, engine: Engine, raw: dict[str, PossibleSet], parent: View | None, changed: int
    ) -> None:
        self._engine = engine
        self.own = raw
        self.parent = parent
        self._changed = changed
        self._possible: dict[str, PossibleSet] = {}
        self._truths: dict[int, int] = {}
        self.assumed: Mapping[int, int] = {} if parent is None else parent.assumed
        self.narrowed: int = 0 if parent is None else parent.narrowed
        """The questions (bits) that may not be anything any more."""
        for question, possible in raw.items():
            if possible is engine.universes[question].full:
                self.narrowed &= ~engine.bit[question]
            else:
                self.narrowed |= engine.bit[question]

    @classmethod
    def of_answers(cls, engine: Engine, answers: Mapping[str, Answer]) -> AnswersView:
        """The view of an answer set; questions without an answer may be anything."""
        return AnswersView(engine, {}, None, 0).after(answers)

    @property
    def engine(self) -> Engine:
        """The engine whose tests it runs."""
        return self._engine

    def child(self, question: str, possible: PossibleSet) -> View:
        """The same with one question set to something else."""
        return View(self._engine, {question: possible}, self, self._engine.bit[question])

    def children(self, possible: dict[str, PossibleSet]) -> View:
        """The same with several questions set to something else."""
        changed = 0
        for question in possible:
            changed |= self._engine.bit[question]
        return View(self._engine, possible, self, changed)

    def differs_from(self, ancestor: View) -> dict[str, PossibleSet]:
        """What was set on the way from an ancestor to here."""
        if self is ancestor or self.parent is None:
            return {}
        return {**self.parent.differs_from(ancestor), **self.own}

    def taken(self, possible: dict[str, PossibleSet], assumed: Mapping[int, int]) -> View:
        """The same with questions set to something else and single tests taken to have turned out some way."""
        view = self
        for atom, truth in assumed.items():
            view = view.assume(atom, truth)
        return view.children(possible)

    def assume(self, atom: int, truth: int) -> View:
        """The same with a single test taken to have turned out this way, whatever its questions are."""
        changed = 0
        for question in self._engine.atoms[atom].questions:
            changed |= self._engine.bit[question]
        view = View(self._engine, {}, self, changed)
        view.assumed = {**self.assumed, atom: truth}
        return view

    def raw(self, question: str) -> PossibleSet:
        """What the question may be, were it asked."""
        view: View | None = self
        while view is not None:
            known = view.own.get(question)
            if known is not None:
                return known
            view = view.parent
        return self._engine.universes[question].full

    def asked(self, question: str) -> int:
        """Whether the question is asked: no, open or yes."""
        node = self._engine.asked.get(question)
        return YES if node is None else node.run(self)

    def of(self, question: str) -> PossibleSet:
        """What the question may be; one that is not asked does not apply."""
        known = self._possible.get(question)
        if known is not None:
            return known
        if self.parent is not None and not self._engine.reach[question] & self._changed:
            result = self.parent.of(question)
        else:
            result = self.raw(question)
            asked = self.asked(question)
            if asked == NO:
                result = only_na(result)
            elif asked != YES:
                result = with_na(result)
        self._possible[question] = result
        return result

    def cell(self, column: str) -> CellSet:
        """There is no record here."""
        message = f"column {column} looked at outside a record"
        raise LookupError(message)

    def loose(self, questions: int) -> int:
        """Those of these questions (bits) that may still turn out differently."""
        bits = 0
        for question in self._engine.named(questions):
            if not is_certain(self.raw(question)) and self.asked(question) != NO:
                bits |= self._engine.bit[question]
        return bits

    def truth(self, atom: int) -> int:
        """The truth of a numbered single test."""
        known = self._truths.get(atom)
        if known is not None:
            return known
        item = self._engine.atoms[atom]
        if atom in self.assumed:
            result = self.assumed[atom]
        elif self.parent is not None and not item.reach & self._changed:
            result = self.parent.truth(atom)
        else:
            result = item.run(self)
        self._truths[atom] = result
        return result


class AnswersView(View):
    """The view of an answer set. It also remembers what conditions came to in it."""

    __slots__ = ("_answers", "because", "changed", "missing", "settled")

    def __init__(
        self, engine: Engine, raw: dict[str, PossibleSet], parent: View | None, changed: int
    ) -> None:
        super().__init__(engine, raw, parent, changed)
        self._answers: dict[str, Answer] = {}
        self.changed = changed
        """The questions (bits) whose answers are not those of the view that this one was made from."""
        self.settled: Memo[int] = Memo()
        self.missing: Memo[int] = Memo()
        self.because: Memo[tuple[str, ...]] = Memo()

    def answer(self, question: str) -> Answer | None:
        """The answer to a question; None where there is none."""
        return self._answers.get(question)

    def after(self, answers: Mapping[str, Answer]) -> AnswersView:
        """The view of other answers; what hangs on none of those that changed is taken over."""
        engine = self._engine
        names = [
            name
            for name in dict.fromkeys((*self._answers, *answers))
            if name in engine.universes and self._answers.get(name) != answers.get(name)
        ]
        if not names:
            return self
        raw = dict(self.own)
        changed = 0
        for name in names:
            changed |= engine.bit[name]
            answer = answers.get(name)
            if answer is None:
                del raw[name]
            else:
                raw[name] = engine.universes[name].possible(answer, engine.columns_of(name))
        later = AnswersView(engine, raw, None, 0)
        later._take_over(self, answers, changed)
        return later

    def _take_over(self, before: AnswersView, answers: Mapping[str, Answer], changed: int) -> None:
        engine = self._engine
        self._answers = dict(answers)
        self.changed = changed
        self._truths = {
            atom: truth
            for atom, truth in before._truths.items()
            if not engine.atoms[atom].reach & changed
        }
        self._possible = {
            question: possible
            for question, possible in before._possible.items()
            if not engine.reach[question] & changed
        }
        self.settled = before.settled.without(changed)
        self.missing = before.missing.without(changed)
        self.because = before.because.without(changed)
