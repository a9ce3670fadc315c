"""What a condition says to a person, in Slovenian and in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ccsdesk.rules.language.compile import compile_rule
from ccsdesk.rules.language.core import RuleKind
from ccsdesk.rules.language.figures import amount, day
from ccsdesk.rules.language.sentences import heading
from ccsdesk.rules.language.wording import ENGLISH, SLOVENIAN, Case
from ccsdesk.rules.language.written import WrittenRule
from tests.support.rules import DICTIONARY, SETTING, line, question, rule_of

SAID = [
    # yes/no facts and blocks
    ("in_difficulty", "Podjetje je v težavah.", "The firm is in difficulty."),
    ("not in_difficulty", "Podjetje ni v težavah.", "The firm is not in difficulty."),
    ("in_difficulty is not yes", "Podjetje ni v težavah.", "The firm is not in difficulty."),
    ("novel", "Novost: da", "Novelty: yes"),
    ("not novel", "Novost: ne", "Novelty: no"),
    ("at_home", "Sedež je v Sloveniji.", "The seat is in Slovenia."),
    ("not at_home", "Ne drži: Sedež je v Sloveniji", "Not the case: The seat is in Slovenia"),
    ("at_home is yes", "Sedež je v Sloveniji", "The seat is in Slovenia"),
    # the smaller of two, a number that changed, windows of fiscal years, days after the deadline
    (
        "own_funds at most smaller of (20 % of project.cost) and 5000 EUR",
        "Lastna sredstva: največ manjša od obeh vrednosti (20 % od »stroški projekta«; 5.000 €)",
        "Own funds: at most the smaller of (20% of “project cost”; €5,000)",
    ),
    (
        "revenue less than limit.pay",
        (
            "Prihodki: manj kot vrednost, ki velja ob oddaji vloge"
            " (1.200 € do 31. decembra 2025; 1.300 € od 1. januarja 2026)"
        ),
        (
            "Revenue: less than the value that holds on submission"
            " (€1,200 until 31 December 2025; €1,300 from 1 January 2026)"
        ),
    ),
    (
        "sum of aid.amount in the last 3 fiscal years at most 200000 EUR",
        (
            "Prejete pomoči (v zadnjih 3 poslovnih letih, s tekočim vred, do oddaje vloge) – vsota »znesek«:"
            " največ 200.000 €"
        ),
        (
            "Aid received (in the last 3 fiscal years, the current one included, up to submission) – sum of “amount”:"
            " at most €200,000"
        ),
    ),
    (
        "count of aid in the last 1 fiscal year before deadline at most 1",
        "Prejete pomoči (v poslovnem letu do konca roka za oddajo) – število: največ 1",
        "Aid received (in the fiscal year up to the deadline) – number: at most 1",
    ),
    (
        "first_sale on or after signing",
        "Prva prodaja: ob podpisu pogodbe ali pozneje",
        "First sale: on or after the signing of the contract",
    ),
    (
        "not first_sale before award",
        "Ne drži: prva prodaja: pred odobritvijo",
        "Not the case: first sale: before approval",
    ),
    (
        "first_sale on or before 6 months after claim",
        "Prva prodaja: 6 mesecev po oddaji zahtevka za izplačilo ali prej",
        "First sale: on or before the day 6 months after the claim for payment",
    ),
    # options and places
    ("legal_form is doo", "Pravna oblika: d. o. o.", "Legal form: limited company"),
    (
        "legal_form in [sp, doo, institute]",
        "Pravna oblika: s. p., d. o. o. ali zavod",
        "Legal form: sole trader, limited company or institute",
    ),
    (
        "legal_form is not none",
        "Pravna oblika: vse razen »še brez«",
        "Legal form: anything but “none yet”",
    ),
    (
        "legal_form not in non_profit",
        "Pravna oblika: nič od tega: zavod, društvo",
        "Legal form: none of: institute, society",
    ),
    (
        "seat within lur",
        "Sedež: Ljubljanska urbana regija (kjer koli)",
        "Seat: in Ljubljana Urban Region",
    ),
    ("seat not within si", "Sedež: zunaj območja »Slovenija«", "Seat: outside Slovenia"),
    ("seat within neighbours", "Sedež: Avstrija ali Italija", "Seat: Austria or Italy"),
    (
        "activity within nace.j59",
        "Dejavnost: v skupini »film in glasba«",
        "Activity: within “film and music”",
    ),
    (
        "goals has learn",
        "Cilji: med odgovori je »učenje«",
        "Goals: the answers include “learning”",
    ),
    (
        "goals has any of [learn, create]",
        "Cilji: vsaj eno od tega: učenje, ustvarjanje",
        "Goals: at least one of: learning, creation",
    ),
    (
        "goals has all of [learn, create]",
        "Cilji: vse od tega: učenje, ustvarjanje",
        "Goals: all of: learning, creation",
    ),
    (
        "not goals has any of [learn, create]",
        "Cilji: nič od tega: učenje, ustvarjanje",
        "Goals: none of: learning, creation",
    ),
    (
        "count of goals at least 2",
        "Cilji – število izbranih: najmanj 2",
        "Goals – number chosen: at least 2",
    ),
    ("size in [micro, small]", "Velikost: mikro ali malo", "Size: micro or small"),
    ("rating at least sb2", "Bonitetna ocena: najmanj SB2", "Rating: at least SB2"),
    (
        "product at least 3",
        "Razvitost izdelka: najmanj prototip",
        "State of the product: at least a prototype",
    ),
    # numbers
    ("employees at least 1", "Število zaposlenih: najmanj 1", "Employees: at least 1"),
    (
        "employees less than 3 people",
        "Število zaposlenih: manj kot 3 osebe",
        "Employees: less than 3 people",
    ),
    ("employees is not 3", "Število zaposlenih: ni 3", "Employees: not 3"),
    ("stand at least 5 m2", "Stojnica: najmanj 5 m²", "Stand: at least 5 m²"),
    (
        "revenue between 10000 EUR and 2 million EUR",
        "Prihodki: najmanj 10.000 € in največ 2.000.000 €",
        "Revenue: between €10,000 and €2,000,000",
    ),
    ("revenue at most -1234.5 EUR", "Prihodki: največ −1.234,50 €", "Revenue: at most −€1,234.50"),
    (
        "equity_ratio more than 7.5 %",
        "Delež kapitala: več kot 7,5 %",
        "Equity ratio: more than 7.5%",
    ),
    (
        "own_funds at least 40 % of project.cost",
        "Lastna sredstva: najmanj 40 % od »stroški projekta«",
        "Own funds: at least 40% of “project cost”",
    ),
    (
        "2 times grant at most limit.de_minimis",
        "2 × najmanjša podpora programa (5.000 €): največ 300.000 €",
        "2 × the programme's smallest support (€5,000): at most €300,000",
    ),
    (
        "own_funds minus (revenue plus balance) more than 0",
        "»lastna sredstva« minus (»prihodki« plus »bilančna vsota«): več kot 0",
        "“own funds” minus (“revenue” plus “balance sheet”): more than 0",
    ),
    # days
    ("registered is 2023-03-15", "Registracija: 15. marec 2023", "Registration: 15 March 2023"),
    (
        "registered before 2023-03-15",
        "Registracija: pred 15. marcem 2023",
        "Registration: before 15 March 2023",
    ),
    (
        "registered after 2023-03-15",
        "Registracija: po 15. marcu 2023",
        "Registration: after 15 March 2023",
    ),
    (
        "registered on or after limit.start",
        "Registracija: 1. januarja 2021 ali pozneje",
        "Registration: on or after 1 January 2021",
    ),
    (
        "registered on or before month_end",
        "Registracija: zadnji dan meseca pred oddajo vloge ali prej",
        "Registration: on or before the last day of the month before submission",
    ),
    (
        "registered between 2023-01-01 and deadline",
        "Registracija: od 1. januarja 2023 do konca roka za oddajo",
        "Registration: from 1 January 2023 to the deadline",
    ),
    (
        "registered after round.from",
        "Registracija: po dnevu, določenem v razpisu",
        "Registration: after the day set by the call",
    ),
    (
        "registered before 6 months before submission",
        "Registracija: več kot 6 mesecev pred oddajo vloge",
        "Registration: more than 6 months before submission",
    ),
    (
        "registered on or before 2 years before today",
        "Registracija: najmanj 2 leti pred današnjim dnem",
        "Registration: at least 2 years before today",
    ),
    (
        "first_sale after 1 months before registered",
        "Prva prodaja: po dnevu, ki je 1 mesec pred dnevom »registracija«",
        "First sale: after the day 1 month before “registration”",
    ),
    (
        "first_sale on or after 30 days after opening",
        "Prva prodaja: najmanj 30 dni po odprtju razpisa",
        "First sale: at least 30 days after the opening of the call",
    ),
    # ages and times
    (
        "age of registered on submission at least 12 months",
        "Starost (registracija) ob oddaji vloge: najmanj 12 mesecev",
        "Age (registration) on submission: at least 12 months",
    ),
    (
        "age between 12 months and 5 years",
        "Starost podjetja: najmanj 12 mesecev in največ 5 let",
        "Age of the firm: between 12 months and 5 years",
    ),
    (
        "days from first_sale to submission at most 5",
        "Število dni od dneva »prva prodaja« do oddaje vloge: največ 5",
        "Days from “first sale” to submission: at most 5",
    ),
    # tables
    (
        "count of partners where (country not within si) at least 2",
        "Partnerji (država: zunaj območja »Slovenija«) – število: najmanj 2",
        "Partners (country: outside Slovenia) – number: at least 2",
    ),
    (
        "sum of aid.amount where (regime is de_minimis) in the last 36 months at most 5 EUR",
        "Prejete pomoči (vrsta: de minimis; v zadnjih 36 mesecih pred oddajo vloge) – vsota »znesek«: največ 5 €",
        "Aid received (regime: de minimis; in the last 36 months before submission) – sum of “amount”: at most €5",
    ),
    (
        "average of aid.amount in the last 1 calendar year before deadline at most 5 EUR",
        "Prejete pomoči (v zadnjem celem koledarskem letu pred koncem roka za oddajo) – povprečje »znesek«: največ 5 €",
        "Aid received (in the last full calendar year before the deadline) – average of “amount”: at most €5",
    ),
    (
        "count distinct partners.country at least 3",
        "Partnerji – število različnih odgovorov »država«: najmanj 3",
        "Partners – number of different answers to “country”: at least 3",
    ),
    (
        "all of members satisfies (adult)",
        "Člani – za vsak vpis velja (polnoletnost: da)",
        "Members – true of every entry (adult: yes)",
    ),
    (
        "none of partners where (small) satisfies (role is lead)",
        "Partnerji (malo podjetje: da) – za noben vpis ne velja (vloga: vodja)",
        "Partners (small firm: yes) – true of no entry (role: lead)",
    ),
    (
        "any of partners where (small)",
        "Partnerji (malo podjetje: da) – vsaj en vpis",
        "Partners (small firm: yes) – at least one entry",
    ),
    ("none of aid", "Prejete pomoči – noben vpis", "Aid received – no entry"),
    # joined
    (
        "novel and (seat within lur or employees at least 1)",
        "Novost: da; in (sedež: Ljubljanska urbana regija (kjer koli); ali pa število zaposlenih: najmanj 1)",
        "Novelty: yes; and (seat: in Ljubljana Urban Region; or employees: at least 1)",
    ),
    (
        "legal_form is doo and in_difficulty",
        "Pravna oblika: d. o. o.; in podjetje je v težavah",
        "Legal form: limited company; and the firm is in difficulty",
    ),
    (
        "equity_ratio at least 7 % unless legal_form is institute",
        "Delež kapitala: najmanj 7 % (razen če: pravna oblika: zavod)",
        "Equity ratio: at least 7% (unless: legal form: institute)",
    ),
    (
        "not employees at least 5",
        "Ne drži: število zaposlenih: najmanj 5",
        "Not the case: employees: at least 5",
    ),
    (
        "novel and not at_home",
        "Novost: da; in ne drži (Sedež je v Sloveniji)",
        "Novelty: yes; and not the case (The seat is in Slovenia)",
    ),
]


@pytest.mark.parametrize(("text", "slovenian", "english"), SAID)
def test_a_condition_says(text, slovenian, english):
    assert rule_of(text).text == {"sl": slovenian, "en": english}


@pytest.mark.parametrize(
    ("kind", "count", "slovenian", "english"),
    [
        (RuleKind.ALL, None, "Vse od tega", "All of these"),
        (RuleKind.ANY, None, "Vsaj eno od tega", "At least one of these"),
        (RuleKind.AT_LEAST, 2, "Vsaj dvoje od tega", "At least two of these"),
        (RuleKind.AT_MOST, 1, "Največ eno od tega", "At most one of these"),
        (RuleKind.AT_MOST, 0, "Nič od tega", "None of these"),
        (RuleKind.EXACTLY, 9, "Natanko 9 od tega", "Exactly 9 of these"),
    ],
)
def test_a_group_has_a_heading(kind, count, slovenian, english):
    assert (heading(kind, count, "sl"), heading(kind, count, "en")) == (slovenian, english)


def grouped(kind, *texts, **more):
    children = tuple(WrittenRule(RuleKind.LINE, line(text)) for text in texts)
    written = WrittenRule(kind, children=children, **more)
    return compile_rule(written, DICTIONARY, SETTING).text


def test_a_group_says_its_conditions_after_its_heading():
    said = grouped(RuleKind.ANY, "novel", "not in_difficulty")
    assert said["sl"] == "Vsaj eno od tega: Novost: da; Podjetje ni v težavah"
    assert said["en"] == "At least one of these: Novelty: yes; The firm is not in difficulty"


def test_not_says_the_opposite_where_there_is_one():
    assert grouped(RuleKind.NOT, "in_difficulty")["sl"] == "Podjetje ni v težavah."
    assert grouped(RuleKind.NOT, "employees at least 5")["sl"] == (
        "Ne drži: število zaposlenih: najmanj 5"
    )
    assert grouped(RuleKind.NOT, "novel unless in_difficulty")["en"] == (
        "Not the case: Novelty: yes (unless: The firm is in difficulty)"
    )


def test_a_group_of_one_says_what_the_one_says():
    assert grouped(RuleKind.ALL, "not in_difficulty")["en"] == "The firm is not in difficulty."


def test_a_group_too_long_to_read_is_told_by_its_heading():
    lines = [f"revenue at least {amount_} EUR" for amount_ in range(100_000, 100_020)]
    assert grouped(RuleKind.AT_LEAST, *lines, count=3)["sl"] == "Vsaj troje od tega"


def test_a_variant_says_what_holds_when():
    said = grouped(RuleKind.VARIANT, "novel", "employees at least 1", "employees at least 2")
    assert said["sl"] == (
        "Če velja (Novost: da), potem: Število zaposlenih: najmanj 1;"
        " sicer: Število zaposlenih: najmanj 2"
    )
    assert said["en"].startswith("If (Novelty: yes), then: ")
    assert "otherwise" not in grouped(RuleKind.VARIANT, "novel", "employees at least 1")["en"]


def test_an_exception_of_a_map_is_said_too():
    unless = WrittenRule(RuleKind.LINE, line("in_difficulty"))
    written = WrittenRule(RuleKind.LINE, line("novel"), unless=unless)
    said = compile_rule(written, DICTIONARY, SETTING).text
    assert said["sl"] == "Novost: da (razen če: Podjetje je v težavah)"


@pytest.mark.parametrize(
    ("number", "slovenian", "english"),
    [
        ("1", "1 mesec", "1 month"),
        ("2", "2 meseca", "2 months"),
        ("3", "3 meseci", "3 months"),
        ("4", "4 meseci", "4 months"),
        ("5", "5 mesecev", "5 months"),
        ("0", "0 mesecev", "0 months"),
        ("12", "12 mesecev", "12 months"),
        ("101", "101 mesec", "101 months"),
        ("102", "102 meseca", "102 months"),
        ("2.5", "2,5 meseca", "2.5 months"),
        ("1234", "1.234 mesecev", "1,234 months"),
    ],
)
def test_units_are_bent_by_their_number(number, slovenian, english):
    value = Decimal(number)
    assert amount(value, "months", "EUR", SLOVENIAN) == slovenian
    assert amount(value, "month", "EUR", ENGLISH) == english


def test_a_unit_nobody_knows_is_said_as_it_is():
    assert amount(Decimal(3), "skladbe", "EUR", SLOVENIAN) == "3 skladbe"


def test_a_currency_without_a_sign_is_said_in_letters():
    assert amount(Decimal(5000), "CHF", "CHF", SLOVENIAN) == "5.000 CHF"
    assert amount(Decimal(5000), "CHF", "CHF", ENGLISH) == "CHF 5,000"


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (Case.NAME, "1. avgust 2026"),
        (Case.OF, "1. avgusta 2026"),
        (Case.BEFORE, "1. avgustom 2026"),
        (Case.AFTER, "1. avgustu 2026"),
        (Case.ON, "1. avgusta 2026"),
    ],
)
def test_slovenian_months_stand_in_the_case_of_the_sentence(case, said):
    assert day(date(2026, 8, 1), case, SLOVENIAN) == said


def test_a_language_without_words_of_its_own_gets_its_labels_and_english_words():
    item = question("rooms", DICTIONARY.questions["trainings"].kind, ("", "rooms"))
    item = replace(item, label={"de": "Zimmer"}, text={"de": "Wie viele Zimmer?"})
    catalogue = replace(DICTIONARY, languages=("de",), questions={"rooms": item})
    written = WrittenRule(RuleKind.LINE, line("rooms at least 2"))
    assert compile_rule(written, catalogue, SETTING).text == {"de": "Zimmer: at least 2"}


def test_a_missing_text_falls_back_to_another_language():
    item = replace(DICTIONARY.questions["trainings"], label={"en": "trainings"}, text={})
    catalogue = replace(DICTIONARY, questions={"trainings": item})
    written = WrittenRule(RuleKind.LINE, line("trainings at least 2"))
    assert compile_rule(written, catalogue, SETTING).text["sl"] == "Trainings: najmanj 2"


def test_texts_that_would_run_together_stand_in_quotes_all_of_them():
    options = (
        replace(DICTIONARY.questions["goals"].options[0], text={"sl": "igre, filmi", "en": "a, b"}),
        *DICTIONARY.questions["goals"].options[1:],
    )
    item = replace(DICTIONARY.questions["goals"], options=options)
    catalogue = replace(DICTIONARY, questions={"goals": item})
    written = WrittenRule(RuleKind.LINE, line("goals has any of [learn, create]"))
    said = compile_rule(written, catalogue, SETTING).text["sl"]
    assert said == "Cilji: vsaj eno od tega: »igre, filmi«, »ustvarjanje«"
