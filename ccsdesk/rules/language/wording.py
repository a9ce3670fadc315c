"""The words that sentences of conditions are made of, in Slovenian and English; data only.

A catalogue in another language gets its own labels with English words around them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ccsdesk.rules.language.core import AggregateKind, MomentName, Operator, Relation, RuleKind
from ccsdesk.rules.language.syntax import Choosing, Elapsed
from ccsdesk.rules.language.wording_form import Case, Cases, Wording

__all__ = ["ENGLISH", "SLOVENIAN", "WORDINGS", "Case", "Wording", "wording_of"]


def _slovenian_plural(n: int) -> int:
    rest = n % 100
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(rest, 3)


def _english_plural(n: int) -> int:
    return 0 if n == 1 else 1


def _cases(*forms: str) -> Cases:
    return dict(zip(Case, forms, strict=True))


def _same(form: str, on: str) -> Cases:
    """For a language whose nouns stay as they are."""
    return _cases(form, form, form, form, on)


def _months(*forms: str) -> dict[Case, tuple[str, ...]]:
    name, of, before, after = (tuple(form.split()) for form in forms)
    return {
        Case.NAME: name,
        Case.OF: of,
        Case.BEFORE: before,
        Case.AFTER: after,
        Case.ON: of,
    }


SLOVENIAN = Wording(
    plural=_slovenian_plural,
    separators=(".", ","),
    quote="»{text}«",
    percent="{number} %",
    money="{number} {sign}",
    money_in_letters="{number} {sign}",
    units={
        "days": ("dan", "dneva", "dnevi", "dni", "dneva"),
        "months": ("mesec", "meseca", "meseci", "mesecev", "meseca"),
        "years": ("leto", "leti", "leta", "let", "leta"),
        "hours": ("ura", "uri", "ure", "ur", "ure"),
        "minutes": ("minuta", "minuti", "minute", "minut", "minute"),
        "people": ("oseba", "osebi", "osebe", "oseb", "osebe"),
        "events": ("dogodek", "dogodka", "dogodki", "dogodkov", "dogodka"),
        "points": ("točka", "točki", "točke", "točk", "točke"),
        "works": ("delo", "deli", "dela", "del", "dela"),
    },
    day="{day}. {month} {year}",
    months=_months(
        "januar februar marec april maj junij julij avgust september oktober november december",
        "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
        "januarjem februarjem marcem aprilom majem junijem julijem avgustom septembrom oktobrom"
        " novembrom decembrom",
        "januarju februarju marcu aprilu maju juniju juliju avgustu septembru oktobru novembru"
        " decembru",
    ),
    moments={
        MomentName.TODAY: _cases(
            "današnji dan", "današnjega dne", "današnjim dnem", "današnjem dnevu", "danes"
        ),
        MomentName.SUBMISSION: _cases(
            "dan oddaje vloge", "oddaje vloge", "oddajo vloge", "oddaji vloge", "ob oddaji vloge"
        ),
        MomentName.OPENING: _cases(
            "dan odprtja razpisa",
            "odprtja razpisa",
            "odprtjem razpisa",
            "odprtju razpisa",
            "ob odprtju razpisa",
        ),
        MomentName.DEADLINE: _cases(
            "zadnji dan roka za oddajo",
            "konca roka za oddajo",
            "koncem roka za oddajo",
            "koncu roka za oddajo",
            "zadnji dan roka za oddajo",
        ),
        MomentName.MONTH_END: _cases(
            "zadnji dan meseca pred oddajo vloge",
            "zadnjega dne meseca pred oddajo vloge",
            "zadnjim dnem meseca pred oddajo vloge",
            "zadnjem dnevu meseca pred oddajo vloge",
            "zadnji dan meseca pred oddajo vloge",
        ),
        MomentName.AWARD: _cases(
            "dan odobritve", "odobritve", "odobritvijo", "odobritvi", "ob odobritvi"
        ),
        MomentName.SIGNING: _cases(
            "dan podpisa pogodbe",
            "podpisa pogodbe",
            "podpisom pogodbe",
            "podpisu pogodbe",
            "ob podpisu pogodbe",
        ),
        MomentName.CLAIM: _cases(
            "dan oddaje zahtevka za izplačilo",
            "oddaje zahtevka za izplačilo",
            "oddajo zahtevka za izplačilo",
            "oddaji zahtevka za izplačilo",
            "ob oddaji zahtevka za izplačilo",
        ),
    },
    day_of=_cases(
        "dan »{text}«", "dneva »{text}«", "dnevom »{text}«", "dnevu »{text}«", "na dan »{text}«"
    ),
    day_set=_cases(
        "dan, določen v razpisu",
        "dneva, določenega v razpisu",
        "dnevom, določenim v razpisu",
        "dnevu, določenem v razpisu",
        "na dan, določen v razpisu,",
    ),
    day_moved=_cases(
        "dan, ki je {text}",
        "dneva, ki je {text}",
        "dnevom, ki je {text}",
        "dnevu, ki je {text}",
        "{text}",
    ),
    moved_before="{length} pred {day}",
    moved_after="{length} po {day}",
    relations={
        Relation.LESS: "manj kot {value}",
        Relation.AT_MOST: "največ {value}",
        Relation.EQUAL: "{value}",
        Relation.AT_LEAST: "najmanj {value}",
        Relation.MORE: "več kot {value}",
    },
    day_relations={
        Relation.LESS: (Case.BEFORE, "pred {day}"),
        Relation.AT_MOST: (Case.ON, "{day} ali prej"),
        Relation.EQUAL: (Case.NAME, "{day}"),
        Relation.AT_LEAST: (Case.ON, "{day} ali pozneje"),
        Relation.MORE: (Case.AFTER, "po {day}"),
    },
    between="najmanj {low} in največ {high}",
    between_days="od {low} do {high}",
    yes="da",
    no="ne",
    is_not="ni {value}",
    anything_but="vse razen »{value}«",
    none_of="nič od tega: {values}",
    last_or="ali",
    area="{name} (kjer koli)",
    outside="zunaj območja »{name}«",
    group="v skupini »{name}«",
    has={
        Choosing.ONE: "med odgovori je {values}",
        Choosing.ANY: "vsaj eno od tega: {values}",
        Choosing.ALL: "vse od tega: {values}",
        Choosing.NONE: "nič od tega: {values}",
    },
    operators={
        Operator.PLUS: "{left} plus {right}",
        Operator.MINUS: "{left} minus {right}",
        Operator.TIMES: "{left} × {right}",
        Operator.DIVIDED_BY: "{left} / {right}",
        Operator.SMALLER: "manjša od obeh vrednosti ({left}; {right})",
        Operator.LARGER: "večja od obeh vrednosti ({left}; {right})",
    },
    part="{percent} od {of}",
    elapsed={
        Elapsed.AGE: "starost ({start}) {end}",
        Elapsed.MONTHS: "število mesecev od {start} do {end}",
        Elapsed.DAYS: "število dni od {start} do {end}",
    },
    aggregates={
        AggregateKind.COUNT: "{table} – število",
        AggregateKind.COUNT_DISTINCT: "{table} – število različnih odgovorov »{column}«",
        AggregateKind.SUM: "{table} – vsota »{column}«",
        AggregateKind.AVERAGE: "{table} – povprečje »{column}«",
        AggregateKind.SMALLEST: "{table} – najmanjša vrednost »{column}«",
        AggregateKind.LARGEST: "{table} – največja vrednost »{column}«",
        AggregateKind.SHARE: "{table} – delež",
    },
    selected="{question} – število izbranih",
    windows={
        "months": ("v zadnjem mesecu pred {end}", "v zadnjih {n} mesecih pred {end}"),
        "years": ("v zadnjem letu pred {end}", "v zadnjih {n} letih pred {end}"),
        "calendar years": (
            "v zadnjem celem koledarskem letu pred {end}",
            "v zadnjih {n} celih koledarskih letih pred {end}",
        ),
        "fiscal years": (
            "v poslovnem letu do {of}",
            "v zadnjih {n} poslovnih letih, s tekočim vred, do {of}",
        ),
    },
    quantifiers={
        Choosing.ANY: "{table} – vsaj za en vpis velja ({test})",
        Choosing.ALL: "{table} – za vsak vpis velja ({test})",
        Choosing.NONE: "{table} – za noben vpis ne velja ({test})",
    },
    existing={
        Choosing.ANY: "{table} – vsaj en vpis",
        Choosing.NONE: "{table} – noben vpis",
    },
    grant="najmanjša podpora programa ({amount})",
    dated="vrednost, ki velja ob oddaji vloge ({values})",
    periods={
        (True, True): "{value} od {first} do {last}",
        (True, False): "{value} od {first}",
        (False, True): "{value} do {last}",
        (False, False): "{value}",
    },
    amount_set="znesek, določen v razpisu",
    value_set="vrednost, določena v razpisu",
    untrue="Ne drži: {text}",
    untrue_inside="ne drži ({text})",
    conjunctions={True: "; in ", False: "; ali pa "},
    unless="{text} (razen če: {exception})",
    headings={
        RuleKind.ALL: "Vse od tega",
        RuleKind.ANY: "Vsaj eno od tega",
        RuleKind.NOT: "Ne drži",
        RuleKind.AT_LEAST: "Vsaj {count} od tega",
        RuleKind.AT_MOST: "Največ {count} od tega",
        RuleKind.EXACTLY: "Natanko {count} od tega",
    },
    none_heading="Nič od tega",
    counts=("nič", "eno", "dvoje", "troje", "četvero", "petero", "šestero"),
    variant="Če velja ({when}), potem: {then}",
    otherwise="; sicer: {otherwise}",
)

ENGLISH = Wording(
    plural=_english_plural,
    separators=(",", "."),
    quote="“{text}”",
    percent="{number}%",
    money="{sign}{number}",
    money_in_letters="{sign} {number}",
    units={
        "days": ("day", "days", "days"),
        "months": ("month", "months", "months"),
        "years": ("year", "years", "years"),
        "hours": ("hour", "hours", "hours"),
        "minutes": ("minute", "minutes", "minutes"),
        "people": ("person", "people", "people"),
        "events": ("event", "events", "events"),
        "points": ("point", "points", "points"),
        "works": ("work", "works", "works"),
    },
    day="{day} {month} {year}",
    months=_months(
        *["January February March April May June July August September October November December"]
        * 4
    ),
    moments={
        MomentName.TODAY: _same("today", "today"),
        MomentName.SUBMISSION: _same("submission", "on submission"),
        MomentName.OPENING: _same("the opening of the call", "when the call opens"),
        MomentName.DEADLINE: _same("the deadline", "on the day of the deadline"),
        MomentName.MONTH_END: _same(
            "the last day of the month before submission",
            "on the last day of the month before submission",
        ),
        MomentName.AWARD: _same("approval", "on approval"),
        MomentName.SIGNING: _same("the signing of the contract", "when the contract is signed"),
        MomentName.CLAIM: _same("the claim for payment", "when payment is claimed"),
    },
    day_of=_same("“{text}”", "on the day of “{text}”"),
    day_set=_same("the day set by the call", "on the day set by the call"),
    day_moved=_same("the day {text}", "{text}"),
    moved_before="{length} before {day}",
    moved_after="{length} after {day}",
    relations={
        Relation.LESS: "less than {value}",
        Relation.AT_MOST: "at most {value}",
        Relation.EQUAL: "{value}",
        Relation.AT_LEAST: "at least {value}",
        Relation.MORE: "more than {value}",
    },
    day_relations={
        Relation.LESS: (Case.BEFORE, "before {day}"),
        Relation.AT_MOST: (Case.BEFORE, "on or before {day}"),
        Relation.EQUAL: (Case.NAME, "{day}"),
        Relation.AT_LEAST: (Case.AFTER, "on or after {day}"),
        Relation.MORE: (Case.AFTER, "after {day}"),
    },
    between="between {low} and {high}",
    between_days="from {low} to {high}",
    yes="yes",
    no="no",
    is_not="not {value}",
    anything_but="anything but “{value}”",
    none_of="none of: {values}",
    last_or="or",
    area="in {name}",
    outside="outside {name}",
    group="within “{name}”",
    has={
        Choosing.ONE: "the answers include {values}",
        Choosing.ANY: "at least one of: {values}",
        Choosing.ALL: "all of: {values}",
        Choosing.NONE: "none of: {values}",
    },
    operators={
        Operator.PLUS: "{left} plus {right}",
        Operator.MINUS: "{left} minus {right}",
        Operator.TIMES: "{left} × {right}",
        Operator.DIVIDED_BY: "{left} / {right}",
        Operator.SMALLER: "the smaller of ({left}; {right})",
        Operator.LARGER: "the larger of ({left}; {right})",
    },
    part="{percent} of {of}",
    elapsed={
        Elapsed.AGE: "age ({start}) {end}",
        Elapsed.MONTHS: "months from {start} to {end}",
        Elapsed.DAYS: "days from {start} to {end}",
    },
    aggregates={
        AggregateKind.COUNT: "{table} – number",
        AggregateKind.COUNT_DISTINCT: "{table} – number of different answers to “{column}”",
        AggregateKind.SUM: "{table} – sum of “{column}”",
        AggregateKind.AVERAGE: "{table} – average of “{column}”",
        AggregateKind.SMALLEST: "{table} – smallest “{column}”",
        AggregateKind.LARGEST: "{table} – largest “{column}”",
        AggregateKind.SHARE: "{table} – share",
    },
    selected="{question} – number chosen",
    windows={
        "months": ("in the last month before {end}", "in the last {n} months before {end}"),
        "years": ("in the last year before {end}", "in the last {n} years before {end}"),
        "calendar years": (
            "in the last full calendar year before {end}",
            "in the last {n} full calendar years before {end}",
        ),
        "fiscal years": (
            "in the fiscal year up to {of}",
            "in the last {n} fiscal years, the current one included, up to {of}",
        ),
    },
    quantifiers={
        Choosing.ANY: "{table} – true of at least one entry ({test})",
        Choosing.ALL: "{table} – true of every entry ({test})",
        Choosing.NONE: "{table} – true of no entry ({test})",
    },
    existing={
        Choosing.ANY: "{table} – at least one entry",
        Choosing.NONE: "{table} – no entry",
    },
    grant="the programme's smallest support ({amount})",
    dated="the value that holds on submission ({values})",
    periods={
        (True, True): "{value} from {first} to {last}",
        (True, False): "{value} from {first}",
        (False, True): "{value} until {last}",
        (False, False): "{value}",
    },
    amount_set="the amount set by the call",
    value_set="the value set by the call",
    untrue="Not the case: {text}",
    untrue_inside="not the case ({text})",
    conjunctions={True: "; and ", False: "; or "},
    unless="{text} (unless: {exception})",
    headings={
        RuleKind.ALL: "All of these",
        RuleKind.ANY: "At least one of these",
        RuleKind.NOT: "Not the case",
        RuleKind.AT_LEAST: "At least {count} of these",
        RuleKind.AT_MOST: "At most {count} of these",
        RuleKind.EXACTLY: "Exactly {count} of these",
    },
    none_heading="None of these",
    counts=("none", "one", "two", "three", "four", "five", "six"),
    variant="If ({when}), then: {then}",
    otherwise="; otherwise: {otherwise}",
)

WORDINGS: Mapping[str, Wording] = {"sl": SLOVENIAN, "en": ENGLISH}


def wording_of(language: str) -> Wording:
    """The words of a language; English for those the program has no words in."""
    return WORDINGS.get(language, ENGLISH)
