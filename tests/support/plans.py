"""A small plan made by hand, with something of everything a plan can hold; names can be made long or strange."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.match import CatalogueStamp, MatchResult
from ccsdesk.domain.plan import ConflictKind, Plan, PlannedConflict, PlanStep, StepKind
from ccsdesk.domain.profile import CapabilityResult, NeedResult, Profile, StageResult, SwotEntry
from ccsdesk.domain.programme import (
    Benefit,
    Contact,
    Lot,
    Measure,
    Note,
    Offer,
    Programme,
    Source,
    Status,
    Story,
    SupportPlace,
    WindowKind,
    WindowRule,
)
from ccsdesk.domain.question import (
    Section,
    Texts,
)
from ccsdesk.domain.verdict import (
    Expected,
    FitParts,
    Group,
    ProgrammeResult,
    Reason,
    Truth,
    Verdict,
    Window,
    WindowState,
)
from ccsdesk.report import Hub, PlanContent
from ccsdesk.rules.catalogue.catalogue import (
    Band,
    CapabilityModel,
    Catalogue,
    Stage,
    StageModel,
)
from ccsdesk.rules.language.facts import Dictionary, Tree
from tests.support.small_questions import FORMS, GOALS, PLACES, answers, both, questions

DAY = date(2026, 11, 22)


# programmes


def programme(key: str, name: Texts) -> Programme:
    """A plain programme with nothing but what it must have."""
    return Programme(
        id=key,
        name=name,
        provider=both("Slovenski podjetniški sklad", "Slovene Enterprise Fund"),
        kind="grant",
        level="national",
        stages=("start-up", "survival"),
        international=False,
        needs=("finance", "skills"),
        advice=False,
        summary=both("Denar za začetek.", "Money for the beginning."),
        benefit=Benefit(kind="grant", maximum=Decimal(5000)),
        status=Status.OPEN_RECURRING,
        window=WindowRule(WindowKind.ROLLING),
        rounds=(),
        check_yourself=(),
        points=(),
        duties=(),
        costs=(),
        quotas=(),
        documents=(),
        steps=(),
        lots=(),
        relations=(),
        contact=Contact(web="https://example.org/razpis"),
        sources=(Source("https://example.org/razpis", "2026-03-01"),),
        checked=DAY,
    )


def full_programme(name: Texts) -> Programme:
    """One with every list filled."""
    return replace(
        programme("voucher", name),
        benefit=Benefit(
            kind="voucher",
            minimum=Decimal(500),
            maximum=Decimal(9999),
            rate=Decimal(60),
            text=both("Plačilo po izvedbi.", "Paid afterwards."),
        ),
        window=WindowRule(
            WindowKind.ROUNDS, note=both("Razpis je vsako leto.", "The call comes every year.")
        ),
        check_yourself=(
            Note(both("Izdelek je nov na trgu.", "The product is new to the market.")),
            Note(
                both("Stroški še niso nastali.", "No cost has been incurred yet."), unverified=True
            ),
        ),
        points=(Note(both("Zeleno poslovanje.", "Green business.")),),
        duties=(Note(both("Poročilo v 30 dneh.", "A report within 30 days.")),),
        costs=(Note(both("Storitve zunanjih izvajalcev.", "Services from outside.")),),
        quotas=(Note(both("20 vavčerjev na leto.", "20 vouchers a year.")),),
        documents=(Note(both("Potrdilo FURS.", "A tax certificate."), no_older_than=30),),
        steps=(
            Note(both("Najprej oddajte vlogo.", "Apply first.")),
            Note(both("Šele nato plačajte.", "Only then pay.")),
        ),
        lots=(
            Lot("a1", both("Sklop A1", "Lot A1"), Benefit(maximum=Decimal(5000))),
            Lot("a2", both("Sklop A2", "Lot A2")),
        ),
        contact=Contact(
            web="https://example.org/vavcer",
            verified=False,
            text=both("Pokličite vnaprej.", "Call ahead."),
        ),
        note=both("Vlogo oddate na spletu.", "You apply online."),
    )


def result(key: str, group: Group, window: WindowState, **more: object) -> ProgrammeResult:
    """A verdict that fits the group."""
    verdicts = {
        Group.ONE_STEP: Verdict.NOT_ELIGIBLE,
        Group.NOT_CLEAR: Verdict.OPEN,
        Group.NOT_FOR_YOU: Verdict.NOT_ELIGIBLE,
    }
    made = ProgrammeResult(
        id=key,
        verdict=verdicts.get(group, Verdict.ELIGIBLE),
        window=window,
        group=group,
        fit=Decimal("0.72"),
        fit_parts=FitParts(Decimal(1), Decimal("0.44")),
        rules=2,
        check_yourself=0,
        because=(),
        missing=(),
        near=date(2028, 11, 22),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def condition(state: Truth, text: Texts, *asked: str) -> Reason:
    """A leaf of the condition tree."""
    return Reason("condition", state, text, asked)


# the whole


def catalogue(programmes: dict[str, Programme]) -> Catalogue:
    """Two stages, two capabilities, everything a chapter reads."""
    asked = questions()
    stages = (
        ("idea", both("Ideja", "Idea")),
        ("start-up", both("Zagon", "Start-up")),
        ("growth", both("Rast", "Growth")),
    )
    return Catalogue(
        name=both("Mali katalog", "Small catalogue"),
        version="2026-11-22",
        digest="sha256:0123456789abcdef",
        languages=("sl", "en"),
        currency="EUR",
        sections=(Section("firm", both("Vaše podjetje", "Your firm"), tuple(asked)),),
        dictionary=Dictionary(
            languages=("sl", "en"),
            currency="EUR",
            questions=asked,
            places=PLACES,
            place_tree=Tree.of(PLACES.values()),
            option_trees={"legal_form": Tree.of(FORMS), "goals": Tree.of(GOALS)},
        ),
        asked_when={},
        asked_when_rules={},
        programmes=programmes,
        rules={},
        lots={},
        measures={"lur-a1": _measure()},
        measure_rules={},
        support_places={"mao": _support_place()},
        stories={"mag-lev": _story()},
        stages=StageModel(
            proposal=both(
                "Model je predlog, ni preverjen.", "The model is a proposal, not validated."
            ),
            margin=2,
            stages=tuple(
                Stage(
                    key,
                    name,
                    both("Opis stopnje.", "What the stage is."),
                    both("Potem pride rast.", "Then growth."),
                )
                for key, name in stages
            ),
        ),
        capabilities=(
            _capability("finance", both("Finance", "Finance"), "finance"),
            _capability("market", both("Trg", "Market"), "skills"),
            _capability("team", both("Ekipa", "Team"), "networking"),
        ),
        needs_rules=(),
        swot=(),
        needs={
            "finance": both("financiranje", "finance"),
            "skills": both("znanje", "skills"),
            "networking": both("povezovanje", "networking"),
        },
        levels={"national": both("državna raven", "national")},
        kinds={"grant": both("nepovratna sredstva", "grant"), "voucher": both("vavčer", "voucher")},
        licence="CC BY 4.0",
    )


def _capability(key: str, name: Texts, need: str) -> CapabilityModel:
    bands = (
        Band(50, both("Tu je prostor za rast.", "There is room to grow.")),
        Band(101, both("Dobro.", "Good.")),
    )
    return CapabilityModel(key, name, (), {"start-up": 60}, {need: Decimal(1)}, Decimal(1), bands)


def _measure() -> Measure:
    return Measure(
        id="lur-a1",
        name=both("Ukrep A1", "Measure A1"),
        what=both("Povezuje kreativce.", "Connects creatives."),
        who=both("podjetja", "firms"),
        stages=("start-up",),
        international=False,
        needs=("networking",),
        status=Status.OPEN_RECURRING,
        window=WindowRule(WindowKind.ROLLING),
        rounds=(),
        check_yourself=(),
        delivered_by=("point",),
        sources=(),
        checked=DAY,
    )


def _support_place() -> SupportPlace:
    offers = (Offer(("start-up",), both("Svetuje oblikovalcem.", "Advises designers.")),)
    return SupportPlace(
        "mao",
        both("MAO", "MAO"),
        "ljubljana",
        offers,
        ("skills",),
        "https://mao.si",
        Status.OPEN_RECURRING,
        (),
        DAY,
    )


def _story() -> Story:
    return Story(
        "mag-lev",
        both("Mag-Lev", "Mag-Lev"),
        both("Lebdeči gramofon.", "A levitating turntable."),
        ("start-up",),
        ("finance",),
        (Source("https://example.org/zgodba"),),
    )


def profile() -> Profile:
    """Start-up, close to growth; two capabilities known."""
    return Profile(
        stage=StageResult(
            "start-up",
            "growth",
            1,
            settled=False,
            corrected_to=None,
            because=("registered",),
            points={},
        ),
        international=None,
        ambition=None,
        capabilities=(
            CapabilityResult("finance", 25, 60),
            CapabilityResult("market", 75, 60),
            CapabilityResult("team", None, 60),
        ),
        needs=(
            NeedResult("finance", Decimal("0.80"), ("goals",)),
            NeedResult("networking", Decimal("0.30"), ()),
        ),
        swot=(
            SwotEntry(
                "brand",
                "strength",
                both("Imate svojo znamko.", "You have a brand of your own."),
                ("goals",),
            ),
            SwotEntry(
                "alone",
                "weakness",
                both("Vse delate sami.", "You do everything alone."),
                ("employees",),
            ),
        ),
    )


def content(
    language: str = "sl",
    *,
    name: Texts | None = None,
    person: str | None = "Studio Češnja",
    note: str = "Vprašaj Majo.",
) -> PlanContent:
    """The whole small plan."""
    voucher = full_programme(name or both("Vavčer za prototip", "Prototype voucher"))
    named = {
        "voucher": voucher,
        "fair": programme("fair", both("Sejem v Bologni", "Bologna fair")),
        "later": programme("later", both("Štipendija", "Scholarship")),
        "step": programme("step", both("Posojilo za d. o. o.", "Loan for companies")),
        "unclear": programme("unclear", both("Žepnina", "Pocket money")),
        "closed": programme("closed", both("Stari razpis", "Old call")),
        "point": replace(
            programme("point", both("Točka SPOT", "SPOT point")), advice=True, kind="advice-point"
        ),
    }
    now = WindowState(Window.NOW, closes=date(2027, 3, 14))
    reason = Reason(
        "all",
        Truth.YES,
        {},
        ("legal_form", "own_share"),
        children=(
            condition(
                Truth.YES,
                both("Delujete kot s. p. ali d. o. o.", "You are a sole trader or company."),
                "legal_form",
            ),
            condition(
                Truth.OPEN,
                both("Lastna sredstva so vsaj 40 %.", "Own funds are at least 40%."),
                "own_share",
            ),
            Reason(
                "any",
                Truth.NO,
                {},
                ("seat",),
                children=(
                    condition(
                        Truth.NO, both("Sedež je v Mariboru.", "The seat is in Maribor."), "seat"
                    ),
                ),
            ),
        ),
    )
    later = WindowState(Window.LATER, expected=Expected(2, "medium"))
    return PlanContent(
        catalogue=catalogue(named),
        match=MatchResult(
            catalogue=CatalogueStamp("Mali katalog", "2026-11-22", "sha256:0123456789abcdef"),
            day=DAY,
            ignored=("loan",),
            profile=profile(),
            programmes=(
                result("closed", Group.NOT_FOR_YOU, WindowState(Window.CLOSED)),
                result("fair", Group.OPENS_LATER, later),
                result(
                    "later", Group.OPENS_LATER, WindowState(Window.LATER, opens=date(2027, 2, 1))
                ),
                result("point", Group.APPLY_NOW, WindowState(Window.ROLLING)),
                result(
                    "step",
                    Group.ONE_STEP,
                    WindowState(Window.ROLLING),
                    step="legal_form",
                ),
                result(
                    "unclear", Group.NOT_CLEAR, WindowState(Window.UNKNOWN), missing=("own_share",)
                ),
                result("voucher", Group.APPLY_NOW, now, until=date(2027, 9, 1), missing=()),
            ),
            measures=(result("lur-a1", Group.APPLY_NOW, WindowState(Window.ROLLING)),),
            next=(),
        ),
        answers=replace(answers(), name=person),
        plan=Plan(
            chosen=("voucher", "fair"),
            advice=("point",),
            notes={"voucher": note},
            steps=(
                PlanStep(
                    StepKind.DO, "voucher", None, None, both("Zberite ponudbe", "Collect offers")
                ),
                PlanStep(StepKind.OPENS, "fair", None, (2027, 2), expected=True),
                PlanStep(StepKind.APPLY, "voucher", date(2027, 3, 14), None),
                PlanStep(StepKind.ASK, "point", None, None),
            ),
            conflicts=(
                PlannedConflict(
                    ConflictKind.EXCLUDES_SAME_COST,
                    "voucher",
                    "fair",
                    both("Isti račun.", "The same invoice."),
                ),
            ),
            by_person=False,
        ),
        reasons={"voucher": reason},
        language=language,
        day=DAY,
        hub=Hub("Center Rog", "Trubarjeva 72"),
    )
