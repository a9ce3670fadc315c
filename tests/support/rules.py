"""A small catalogue of facts for tests of the rules: questions of every kind, trees, tables, derived facts, a block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.question import Column, Kind, Option, Place, Question, Texts
from ccsdesk.rules.language.compile import compile_rule, compile_test, compile_value
from ccsdesk.rules.language.core import Period, Rule, RuleKind, Test
from ccsdesk.rules.language.facts import (
    Block,
    DerivedChoice,
    DerivedValue,
    Dictionary,
    Limit,
    NamedList,
    ParameterType,
    Setting,
    Tree,
)
from ccsdesk.rules.language.written import WrittenLine, WrittenRule

FILE = "programmes/example.yaml"


def texts(slovenian: str, english: str) -> Texts:
    """A text in both languages."""
    return {"sl": slovenian, "en": english}


def options(**named: tuple[str, str]) -> tuple[Option, ...]:
    """Flat options, each with its Slovenian and English text."""
    return tuple(Option(key, texts(*said)) for key, said in named.items())


def question(name: str, kind: Kind, label: tuple[str, str], /, **more: object) -> Question:
    """A question whose text is its label."""
    said = texts(*label)
    return replace(Question(name, kind, said, said), **more)  # type: ignore[arg-type]


def column(name: str, kind: Kind, label: tuple[str, str], /, **more: object) -> Column:
    """A column whose text is its label."""
    said = texts(*label)
    return replace(Column(name, kind, said, said), **more)  # type: ignore[arg-type]


LEGAL_FORMS = options(
    none=("še brez", "none yet"),
    sp=("s. p.", "sole trader"),
    doo=("d. o. o.", "limited company"),
    institute=("zavod", "institute"),
    society=("društvo", "society"),
)
GOALS = options(
    learn=("učenje", "learning"),
    collaborate=("sodelovanje", "collaboration"),
    create=("ustvarjanje", "creation"),
    transform=("preobrazba", "transformation"),
)
FIELDS = (
    Option("design", texts("oblikovanje", "design")),
    Option("music", texts("glasba", "music")),
    Option("av", texts("avdiovizualno", "audiovisual")),
    Option("film", texts("film", "film"), parent="av"),
    Option("games", texts("igre", "games"), parent="av"),
)
ACTIVITIES = (
    Option("nace.j", texts("informacije", "information")),
    Option("nace.j59", texts("film in glasba", "film and music"), parent="nace.j"),
    Option("nace.j59.110", texts("produkcija filmov", "film production"), parent="nace.j59"),
    Option("nace.j59.200", texts("snemanje zvoka", "sound recording"), parent="nace.j59"),
    Option("nace.j62", texts("programiranje", "programming"), parent="nace.j"),
    Option("nace.m", texts("strokovne dejavnosti", "professional activities")),
)
RATINGS = options(sb3=("SB3", "SB3"), sb2=("SB2", "SB2"), sb1=("SB1", "SB1"))
STAGES = options(
    a0=("nič", "nothing"),
    a1=("zamisel", "an idea"),
    a2=("osnutek", "a draft"),
    a3=("prototip", "a prototype"),
    a4=("izdelek", "a product"),
)
REGIMES = options(de_minimis=("de minimis", "de minimis"), other=("drugo", "other"))
ROLES = options(lead=("vodja", "lead"), partner=("partner", "partner"))
PLACES = (
    Place("si", texts("Slovenija", "Slovenia"), "state"),
    Place("lur", texts("Ljubljanska urbana regija", "Ljubljana Urban Region"), "region", "si"),
    Place("ljubljana", texts("Ljubljana", "Ljubljana"), "municipality", "lur"),
    Place("kamnik", texts("Kamnik", "Kamnik"), "municipality", "lur"),
    Place("maribor", texts("Maribor", "Maribor"), "municipality", "si"),
    Place("at", texts("Avstrija", "Austria"), "state"),
    Place("it", texts("Italija", "Italy"), "state"),
)
PARTNERS = (
    column("country", Kind.PLACE, ("država", "country")),
    column("role", Kind.SINGLE, ("vloga", "role"), options=ROLES),
    column("small", Kind.YES_NO, ("malo podjetje", "small firm")),
    column("founded", Kind.DATE, ("ustanovitev", "foundation")),
    column("share", Kind.PERCENT, ("delež", "share")),
    column("roles", Kind.SEVERAL, ("vloge", "roles"), options=ROLES),
)
AID = (
    column("amount", Kind.MONEY, ("znesek", "amount")),
    column("day", Kind.DATE, ("datum", "date")),
    column("regime", Kind.SINGLE, ("vrsta", "regime"), options=REGIMES),
    column("giver", Kind.TEXT, ("dajalec", "giver")),
)
MEMBERS = (
    column("born", Kind.DATE, ("datum rojstva", "date of birth")),
    column("adult", Kind.YES_NO, ("polnoletnost", "adult")),
)

QUESTIONS = (
    question("legal_form", Kind.SINGLE, ("pravna oblika", "legal form"), options=LEGAL_FORMS),
    question("registered", Kind.MONTH, ("registracija", "registration")),
    question("seat", Kind.PLACE, ("sedež", "seat")),
    question("activity", Kind.SINGLE, ("dejavnost", "activity"), options=ACTIVITIES),
    question("fields", Kind.SEVERAL, ("področja", "fields"), options=FIELDS),
    question("employees", Kind.NUMBER, ("število zaposlenih", "employees"), unit="people"),
    question("trainings", Kind.NUMBER, ("število izobraževanj", "number of trainings")),
    question("unemployed", Kind.NUMBER, ("brezposelnost", "unemployment"), unit="months"),
    question("study", Kind.NUMBER, ("trajanje študija", "length of study"), unit="years"),
    question("stand", Kind.NUMBER, ("stojnica", "stand"), unit="m2"),
    question("hours", Kind.NUMBER, ("ure dela", "hours of work"), unit="hours"),
    question("revenue", Kind.MONEY, ("prihodki", "revenue")),
    question("balance", Kind.MONEY, ("bilančna vsota", "balance sheet")),
    question("own_funds", Kind.MONEY, ("lastna sredstva", "own funds")),
    question("project.cost", Kind.MONEY, ("stroški projekta", "project cost")),
    question("project.place", Kind.PLACE, ("kraj projekta", "place of the project")),
    question("equity_ratio", Kind.PERCENT, ("delež kapitala", "equity ratio")),
    question(
        "in_difficulty",
        Kind.YES_NO,
        ("podjetje v težavah", "firm in difficulty"),
        statement_yes=texts("Podjetje je v težavah.", "The firm is in difficulty."),
        statement_no=texts("Podjetje ni v težavah.", "The firm is not in difficulty."),
    ),
    question("novel", Kind.YES_NO, ("novost", "novelty")),
    question("goals", Kind.SEVERAL, ("cilji", "goals"), options=GOALS),
    question("rating", Kind.SINGLE, ("bonitetna ocena", "rating"), options=RATINGS, ordered=True),
    question("product", Kind.SCALE, ("razvitost izdelka", "state of the product"), options=STAGES),
    question("born", Kind.DATE, ("datum rojstva", "date of birth")),
    question("first_sale", Kind.DATE, ("prva prodaja", "first sale")),
    question("remark", Kind.TEXT, ("opomba", "remark")),
    question("aid", Kind.TABLE, ("prejete pomoči", "aid received"), columns=AID, date_column="day"),
    question("partners", Kind.TABLE, ("partnerji", "partners"), columns=PARTNERS),
    question("members", Kind.TABLE, ("člani", "members"), columns=MEMBERS),
)


def _trees() -> Mapping[str, Tree]:
    trees = {item.id: Tree.of(item.options) for item in QUESTIONS if item.options}
    for item in QUESTIONS:
        for cell in item.columns:
            if cell.options:
                trees[f"{item.id}.{cell.id}"] = Tree.of(cell.options)
    return trees


BARE = Dictionary(
    languages=("sl", "en"),
    currency="EUR",
    questions={item.id: item for item in QUESTIONS},
    places={place.id: place for place in PLACES},
    place_tree=Tree.of(PLACES),
    option_trees=_trees(),
    limits={
        "limit.de_minimis": Limit("limit.de_minimis", Decimal(300_000), "EUR"),
        "limit.start": Limit("limit.start", date(2021, 1, 1), None),
        "limit.young": Limit("limit.young", Decimal(5), "years"),
        "limit.pay": Limit(
            "limit.pay",
            Decimal(1300),
            "EUR",
            (
                Period(Decimal(1200), None, date(2025, 12, 31)),
                Period(Decimal(1300), date(2026, 1, 1), None),
            ),
        ),
    },
    lists={
        "non_profit": NamedList("non_profit", "legal_form", frozenset({"society", "institute"})),
        "neighbours": NamedList("neighbours", "place", frozenset({"at", "it"})),
        "screen": NamedList("screen", "fields", frozenset({"av"})),
    },
)
"""The catalogue without derived facts and blocks."""


def value_of(name: str, label: tuple[str, str], line: str) -> DerivedValue:
    """A derived value over the bare dictionary."""
    value, unit, is_day = compile_value(WrittenLine(line), BARE, Setting())
    return DerivedValue(name, texts(*label), value, unit, is_day)


def size() -> DerivedChoice:
    """The size of a firm, as a derived choice of three."""
    named = options(micro=("mikro", "micro"), small=("malo", "small"), large=("veliko", "large"))
    lines = {"micro": "employees less than 10 and revenue at most 2 million EUR"}
    lines["small"] = f"employees less than 50 and not ({lines['micro']})"
    lines["large"] = "employees at least 50"
    tests = {key: compile_test(WrittenLine(line), BARE, Setting()) for key, line in lines.items()}
    return DerivedChoice("size", texts("velikost", "size"), named, tests)


def block(name: str, said: tuple[str, str], *lines: str) -> Block:
    """A block of all these lines."""
    children = tuple(WrittenRule(RuleKind.LINE, WrittenLine(line)) for line in lines)
    rule = compile_rule(WrittenRule(RuleKind.ALL, children=children), BARE, Setting())
    return Block(name, texts(*said), texts(*said), rule)


DICTIONARY = replace(
    BARE,
    values={
        "age": value_of(
            "age", ("starost podjetja", "age of the firm"), "age of registered on submission"
        ),
        "leverage": value_of(
            "leverage", ("zadolženost", "leverage"), "own_funds divided by balance"
        ),
        "end": value_of("end", ("konec obdobja", "end of the period"), "2 years after first_sale"),
    },
    choices={"size": size()},
    blocks={
        "at_home": block(
            "at_home",
            ("Sedež je v Sloveniji.", "The seat is in Slovenia."),
            "seat within si",
            "not in_difficulty",
        )
    },
)
"""The whole small catalogue."""

SETTING = Setting(
    parameters={
        "lump_sum": ParameterType("lump_sum", "EUR", is_day=False),
        "from": ParameterType("from", None, is_day=True, expected="15 months before opening"),
        "fixed": ParameterType("fixed", None, is_day=True),
    },
    grant=Decimal(5000),
    file=FILE,
    line_number=7,
    column=5,
)
"""A programme with a round and a smallest benefit."""


def line(text: str) -> WrittenLine:
    """A line that begins in column 5 of line 7."""
    return WrittenLine(text, FILE, 7, 5)


def meaning(text: str) -> Test:
    """The meaning of a line."""
    return compile_test(line(text), DICTIONARY, SETTING)


def rule_of(text: str) -> Rule:
    """The rule of a line alone."""
    written = WrittenRule(RuleKind.LINE, line(text), file=FILE, line_number=7)
    return compile_rule(written, DICTIONARY, SETTING)
