"""A small questionnaire with one question of nearly every kind, and an answer to each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import (
    Amounts,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
    exactly,
)
from ccsdesk.domain.question import (
    Changeable,
    Column,
    Kind,
    Option,
    Place,
    Question,
    Texts,
)


def both(sl: str, en: str) -> Texts:
    """A text in both languages."""
    return {"sl": sl, "en": en}


FORMS = (
    Option("none", both("še brez registracije", "not registered yet")),
    Option("sp", both("s. p.", "sole trader (s.p.)")),
    Option("doo", both("d. o. o.", "limited company (d.o.o.)")),
)
GOALS = (
    Option("learn", both("učenje", "learning")),
    Option("create", both("ustvarjanje", "creating")),
    Option("collaborate", both("sodelovanje", "working together")),
)
PLACES = {
    "si": Place("si", both("Slovenija", "Slovenia"), "state"),
    "lur": Place(
        "lur", both("Ljubljanska urbana regija", "Ljubljana Urban Region"), "region", "si"
    ),
    "ljubljana": Place("ljubljana", both("Ljubljana", "Ljubljana"), "municipality", "lur"),
    "skofljica": Place("skofljica", both("Škofljica", "Škofljica"), "municipality", "lur"),
    "maribor": Place("maribor", both("Maribor", "Maribor"), "municipality", "si"),
}


def _question(key: str, kind: Kind, label: Texts, **more: object) -> Question:
    made = Question(id=key, kind=kind, text=label, label=label, section="firm")
    return replace(made, **more)  # type: ignore[arg-type]


def questions() -> dict[str, Question]:
    """One question of nearly every kind."""
    made = [
        _question(
            "legal_form",
            Kind.SINGLE,
            both("pravna oblika", "legal form"),
            options=FORMS,
            changeable=Changeable(
                frozenset({"doo"}),
                None,
                2,
                both("Na točki SPOT pomagajo brezplačno.", "A SPOT point helps for free."),
            ),
        ),
        _question("registered", Kind.DATE, both("datum registracije", "date of registration")),
        _question("employees", Kind.NUMBER, both("število zaposlenih", "employees"), unit="people"),
        _question("revenue", Kind.MONEY, both("letni prihodki", "yearly revenue")),
        _question("own_share", Kind.PERCENT, both("delež lastnih sredstev", "share of own funds")),
        _question("goals", Kind.SEVERAL, both("cilji", "goals"), options=GOALS),
        _question("seat", Kind.PLACE, both("sedež", "registered seat")),
        _question(
            "debts",
            Kind.YES_NO,
            both("zapadli dolgovi", "overdue debts"),
            statement_yes=both(
                "davki in prispevki niso poravnani", "taxes and contributions are not paid"
            ),
            statement_no=both(
                "davki in prispevki so poravnani", "taxes and contributions are paid"
            ),
        ),
        _question("story", Kind.TEXT, both("s čim se ukvarjate", "what you do")),
        _question("loan", Kind.YES_NO, both("odprto posojilo", "open loan"), may_not_apply=True),
        _question(
            "aid",
            Kind.TABLE,
            both("prejeta pomoč", "aid received"),
            columns=(
                Column("giver", Kind.TEXT, both("dajalec", "giver"), both("dajalec", "giver")),
                Column("amount", Kind.MONEY, both("znesek", "amount"), both("znesek", "amount")),
            ),
        ),
    ]
    return {question.id: question for question in made}


def answers() -> AnswerSet:
    """An answer to each."""
    return AnswerSet(
        answers={
            "legal_form": exactly("sp"),
            "registered": Amounts((Span(date(2025, 3, 1), date(2025, 3, 31)),)),
            "employees": Amounts((Span(Decimal(10), Decimal(49)),)),
            "revenue": Amounts((Span(Decimal(5000), None),)),
            "own_share": DontKnow(),
            "goals": Selection(frozenset({frozenset({"learn", "create"})})),
            "seat": Choice(frozenset({"ljubljana", "skofljica"})),
            "debts": exactly("no"),
            "story": Written("Fotografija & film <b>čšž</b>"),
            "loan": DoesNotApply(),
            "aid": Records(({"giver": Written("SPS"), "amount": exactly(Decimal(1500))},)),
        },
        name="Studio Češnja",
    )
