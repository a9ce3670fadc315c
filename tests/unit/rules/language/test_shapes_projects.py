"""Conditions on people, partners, money and the project, each as a real programme asks it; and what is no condition."""

from __future__ import annotations

import pytest

from tests.support.tiny import Shape, built, verdict
from tests.unit.rules.language.test_shapes_firms import PLACES

MEMBERS = (
    "{id: members, kind: table, most: 9, columns: [{id: born, kind: date, minimum: 1920-01-01, maximum: today},"
    " {id: home, kind: place}]}"
)
PARTNERS = (
    "{id: partners, kind: table, most: 20, columns: [{id: country, kind: place},"
    " {id: founded, kind: date, minimum: 1900-01-01, maximum: today}, {id: sme, kind: yes_no},"
    " {id: role, kind: single, options: [{id: lead}, {id: partner}]},"
    " {id: share, kind: percent, minimum: 0, maximum: 100}]}"
)
MONEY = "kind: money, minimum: 0, maximum: 9000000"

SHAPES = {
    "VARIANT": Shape(
        "mol-culture-programmes",
        """{id: legal_form, kind: single, options: [{id: society}, {id: institute}, {id: doo}]}
        {id: field, kind: single, options: [{id: music}, {id: theatre}, {id: literary_festival}]}""",
        """\
lots:
  - id: ngo
    name: {en: ngo}
    eligible: ['legal_form in [society, institute]']
    benefit: {kind: grant, maximum: 9000 EUR}
  - id: firms
    name: {en: firms}
    eligible:
      - legal_form is doo
      - field is literary_festival
    benefit: {kind: grant, maximum: 5000 EUR, rate: 50 %}
""",
        yes="legal_form: doo, field: literary_festival",
        no="legal_form: doo, field: music",
        open="legal_form: doo",
    ),
    "VARIANT by case": Shape(
        "eurimages",
        f"""{{id: bilateral, kind: yes_no}}
        {{id: budget, {MONEY}}}
        {{id: share, kind: percent, minimum: 0, maximum: 100}}""",
        """\
eligible:
  - when: bilateral and budget more than 5 million EUR
    then: share between 10 % and 90 %
    otherwise:
      - {when: bilateral, then: share between 20 % and 80 %, otherwise: share between 10 % and 70 %}
""",
        yes="bilateral: true, budget: 6000000, share: 90",
        no="bilateral: true, budget: 5000000, share: 90",
        open="bilateral: true, share: 15",
    ),
    "KOFN of goals": Shape(
        "culture-moves-europe-individual",
        "{id: goals, kind: several, options: [{id: explore}, {id: create}, {id: learn}, {id: connect}]}",
        """\
eligible:
  - at least two of:
      - goals has explore
      - goals has create
      - goals has learn
      - goals has connect
""",
        yes="goals: [create, learn]",
        no="goals: [create]",
        open="goals: dont_know",
    ),
    "KOFN exactly one": Shape(
        "sps-v4-ownership-transfer",
        """{id: valuation, kind: yes_no}
        {id: review, kind: yes_no}
        {id: plan, kind: yes_no}""",
        "eligible:\n  - exactly one of: [valuation, review, plan]\n",
        yes="valuation: true, review: false, plan: false",
        no="valuation: true, plan: true",
        open="valuation: true, review: false",
    ),
    "KOFN share of members": Shape(
        "kino-siska-kulturni-evro",
        MEMBERS,
        """\
eligible:
  - share of members where (age of born on submission less than 30 years and home within si) at least 50 %
""",
        places=PLACES,
        yes="members: [{born: 2000-01-01, home: kamnik}, {born: 1980-01-01, home: at}]",
        no="members: [{born: 2000-01-01, home: at}]",
        open="members: [{born: 2000-01-01}, {born: 1980-01-01, home: at}]",
    ),
    "PERSON": Shape(
        "mglc-young-residency",
        """{id: born, kind: date, minimum: 1920-01-01, maximum: today}
        {id: home, kind: place}""",
        """\
eligible:
  - {rule: age of born on deadline less than 36 years, subject: person}
  - {rule: home within si, subject: person}
""",
        places=PLACES,
        yes="born: 1990-11-23, home: ljubljana",
        no="born: 1990-11-22",
        open="born: 1990-11, home: si",
    ),
    "PERSON everyone": Shape(
        "neb-prizes",
        MEMBERS,
        "eligible: [all of members satisfies (age of born on submission less than 31 years)]",
        places=PLACES,
        yes="members: [{born: 1995-11-23}, {born: 2001-01-01}]",
        no="members: [{born: 1995-11-22}, {born: 2001-01-01}]",
        open="members: [{born: dont_know}, {born: 2001-01-01}]",
    ),
    "TRACK": Shape(
        "sfc-cash-rebate",
        "{id: works, kind: table, date: shown, most: 9, columns: [{id: shown, kind: date, minimum: 1980-01-01,"
        " maximum: today}, {id: type, kind: single, options: [{id: av}, {id: book}]}, {id: public, kind: yes_no}]}",
        "eligible: [count of works where (type is av and public) in the last 3 years at least 1]",
        yes="works: [{shown: 2023-11-23, type: av, public: true}]",
        no="works: [{shown: 2023-11-22, type: av, public: true}, {shown: 2026-01-01, type: book, public: true}]",
        open="works: [{shown: 2026-01-01, type: av}]",
    ),
    "TRACK between years": Shape(
        "jak-mobility",
        "{id: books, kind: table, most: 9, columns: [{id: published, kind: date, minimum: 1980-01-01, maximum: today},"
        " {id: original, kind: yes_no}]}",
        "eligible: [count of books where (original and published between 2020-01-01 and 2024-12-31) at least 1]",
        yes="books: [{published: 2020-01-01, original: true}]",
        no="books: [{published: 2025-01-01, original: true}]",
        open="books: [{published: {one_of: [2019-12-31, 2020-01-01]}, original: true}]",
    ),
    "PROJ": Shape(
        "spirit-individual-fairs",
        """{id: listed, kind: single, options: [{id: mua}, {id: auma}, {id: neither}]}
        {id: foreign, kind: percent, minimum: 0, maximum: 100}
        {id: stand, kind: number, unit: m2, minimum: 0, maximum: 500}""",
        """\
eligible:
  - {rule: 'listed in [mua, auma]', subject: third_party}
  - {rule: foreign at least 10 %, subject: third_party}
  - {rule: stand at least 5 m2, subject: project}
""",
        yes="listed: auma, foreign: 10, stand: 5",
        no="listed: auma, foreign: 9",
        open="listed: auma, foreign: 10",
    ),
    "PROJ stage": Shape(
        "media-video-games",
        """{id: narrative, kind: yes_no}
        {id: state, kind: single, ordered: true, options: [{id: concept}, {id: prototype}, {id: alpha}]}""",
        "eligible: [narrative, state at most prototype]",
        yes="narrative: true, state: {one_of: [concept, prototype]}",
        no="narrative: true, state: alpha",
        open="narrative: true",
    ),
    "CONS": Shape(
        "ce-cooperation-large",
        PARTNERS,
        """\
eligible:
  - count of partners at least 3
  - count distinct partners.country at least 2
  - any of partners where (role is lead) satisfies (age of founded on deadline at least 2 years)
""",
        places=PLACES,
        yes="partners: [{country: kamnik, role: lead, founded: 2020-01-01}, {country: at}, {country: kamnik}]",
        no="partners: [{country: kamnik, role: lead, founded: 2025-01-01}, {country: at, role: partner},"
        " {country: kamnik, role: partner}]",
        open="partners: [{country: kamnik, role: lead, founded: 2020-01-01}, {country: kamnik}, {}]",
    ),
    "CONS every one an SME": Shape(
        "spirit-partnerships-2025-2028",
        PARTNERS,
        "eligible: [count of partners between 3 and 5, all of partners satisfies (sme)]",
        places=PLACES,
        yes="partners: [{sme: true}, {sme: true}, {sme: true}]",
        no="partners: [{sme: true}, {sme: true}]",
        open="partners: [{sme: true}, {sme: true}, {}]",
    ),
    "COFIN the grant from the cost": Shape(
        "sps-v2-ip",
        f"{{id: cost, {MONEY}, decimals: 2}}",
        "eligible: [smaller of (60 % of cost) and 5000 EUR at least 500 EUR]",
        yes="cost: {between: [833.34, 900000]}",
        no="cost: 833.33",
        open="cost: {at_least: 800}",
    ),
    "COFIN shares of others": Shape(
        "media-tv-online",
        f"""{{id: budget, {MONEY}}}
        {{id: third_party, {MONEY}}}
        {{id: wish, {MONEY}}}""",
        """\
eligible:
  - third_party at least 40 % of budget
  - wish at most smaller of (20 % of budget) and 1 million EUR
""",
        yes="budget: 6000000, third_party: 2400000, wish: 1000000",
        no="budget: 6000000, third_party: 2400000, wish: 1000001",
        open="budget: 6000000, third_party: 2400000, wish: {between: [900000, 1100000]}",
    ),
    "SEQ": Shape(
        "zrsz-self-employment-grant",
        """{id: trained, kind: date, minimum: 2020-01-01, maximum: today}
        {id: started, kind: date, minimum: 2020-01-01, maximum: 2028-01-01}""",
        """\
eligible:
  - started between trained and (90 days after trained)
  - days from started to submission between 8 and 30
""",
        yes="trained: 2026-10-01, started: 2026-11-14",
        no="trained: 2026-10-01, started: 2026-11-15",
        open="trained: 2026-10-01, started: 2026-11",
    ),
    "SEQ claimed in time": Shape(
        "sps-voucher-digital-marketing",
        """{id: paid, kind: date, minimum: 2020-01-01, maximum: 2030-01-01}
        {id: claimed, kind: date, minimum: 2020-01-01, maximum: 2030-01-01}""",
        """\
rounds: [{opens: 2026-11-01, closes: 2026-12-15, signing: 2027-03-01}]
eligible:
  - paid on or after signing
  - claimed on or before 6 months after signing
""",
        yes="paid: 2027-03-01, claimed: 2027-09-01",
        no="paid: 2027-02-28",
        open="paid: 2027-03-01, claimed: 2027-09",
    ),
    "THIRD": Shape(
        "sps-voucher-digital-marketing",
        """{id: in_catalogue, kind: yes_no}
        {id: linked_share, kind: percent, minimum: 0, maximum: 100}""",
        """\
eligible:
  - {rule: in_catalogue, subject: third_party}
  - {rule: linked_share at most 25 %, subject: third_party}
""",
        yes="in_catalogue: true, linked_share: 25",
        no="in_catalogue: true, linked_share: 26",
        open="in_catalogue: true",
    ),
    "FIN": Shape(
        "sps-p1-plus-guarantee",
        f"""{{id: rating, kind: single, ordered: true, options: [{{id: d4}}, {{id: d3}}, {{id: d2}}, {{id: d1}}]}}
        {{id: equity, {MONEY}}}
        {{id: assets, {MONEY}}}
        {{id: debt, {MONEY}}}
        {{id: ebitda, kind: money, minimum: -1000000, maximum: 9000000}}
        {{id: institute, kind: yes_no}}""",
        """\
eligible:
  - rating at least d2
  - equity divided by assets at least 7 % unless institute
  - ebitda more than 0 EUR and debt divided by ebitda at most 7 unless institute
""",
        yes="rating: d1, equity: 7, assets: 100, debt: 700, ebitda: 100, institute: false",
        no="rating: d1, equity: 7, assets: 100, debt: 700, ebitda: -100, institute: false",
        open="rating: d1, equity: 6, assets: 100, debt: 700, ebitda: 100",
    ),
    "AVG": Shape(
        "tax-normirani-sp",
        f"""{{id: years, kind: table, date: ended, most: 5, columns: [{{id: revenue, {MONEY}}},
        {{id: full_time, kind: yes_no}}""".replace("\n        ", " ")
        + ", {id: ended, kind: date, minimum: 2015-01-01, maximum: today}]}",
        """\
eligible:
  - when: count of years where (full_time) in the last 2 calendar years at least 2
    then: average of years.revenue in the last 2 calendar years at most 120000 EUR
    otherwise: average of years.revenue in the last 2 calendar years at most 50000 EUR
""",
        yes="years: [{revenue: 140000, full_time: true, ended: 2025-12-31},"
        " {revenue: 100000, full_time: true, ended: 2024-12-31}]",
        no="years: [{revenue: 60000, full_time: false, ended: 2025-12-31},"
        " {revenue: 60000, full_time: true, ended: 2024-12-31}]",
        open="years: [{revenue: 60000, ended: 2025-12-31}, {revenue: 60000, full_time: true, ended: 2024-12-31}]",
    ),
    "AVG extremes": Shape(
        "media-film-distribution",
        f"{{id: films, kind: table, most: 5, columns: [{{id: admissions, kind: number, minimum: 0, maximum: 90000}},"
        f" {{id: budget, {MONEY}}}]}}",
        "eligible: [smallest films.admissions at least 1000, largest films.budget at most 3 million EUR]",
        yes="films: [{admissions: 1000, budget: 1}, {admissions: 5000, budget: 3000000}]",
        no="films: [{admissions: 999}, {admissions: 5000}]",
        open="films: [{admissions: 1000}]",
    ),
    "COST": Shape(
        "sps-p7-microcredit",
        f"{{id: costs, kind: table, most: 9, columns: [{{id: amount, {MONEY}}}, {{id: kind, kind: single,"
        " options: [{id: machine}, {id: freight_vehicle}, {id: premises}]}, {id: paid, kind: date, minimum: 2020-01-01,"
        " maximum: 2030-01-01}]}",
        """\
eligible:
  - rule: none of costs where (kind in [freight_vehicle, premises])
    subject: cost
  - {rule: none of costs satisfies (paid before 6 months before submission), subject: cost}
""",
        yes="costs: [{kind: machine, paid: 2026-05-22}]",
        no="costs: [{kind: machine, paid: 2026-05-21}]",
        open="costs: [{paid: 2026-05-22}]",
    ),
    "COMMIT": Shape(
        "tax-investment-relief",
        "{id: keeps, kind: yes_no}",
        "duties: [{en: Keep the asset for three years.}]\neligible: [keeps]",
        yes="keeps: true",
        no="keeps: false",
        open="keeps: dont_know",
    ),
    "RESERVE": Shape(
        "mk-czk-a1-seed",
        "{id: seat, kind: place}",
        "quotas: [{en: About eleven grants in the west.}]\neligible: [seat within lur]",
        places=PLACES,
        yes="seat: kamnik",
        no="seat: maribor",
        open="seat: si",
    ),
    "SOFT": Shape(
        "eit-cc-incubation",
        "{id: score, kind: number, unit: points, minimum: 0, maximum: 100}",
        "points: [{en: Points for the training of founders.}]\neligible: [score at least 60 points]",
        yes="score: 60",
        no="score: 59",
        open="score: {between: [50, 70]}",
    ),
    "DOC": Shape(
        "sps-voucher-group-fairs",
        """{id: certified, kind: date, minimum: 2020-01-01, maximum: today}
        {id: offers, kind: number, minimum: 0, maximum: 9}""",
        """\
documents: [{en: Certificate of the tax office, no_older_than: 5 days}]
eligible:
  - days from certified to submission at most 5
  - offers at least 3
""",
        yes="certified: 2026-11-17, offers: 3",
        no="certified: 2026-11-16",
        open="certified: 2026-11, offers: 3",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_yes_no_and_open_of_the_right_firms(tmp_path, name):
    shape = SHAPES[name]
    catalogue = built(tmp_path, shape)
    told = {
        state: verdict(tmp_path, catalogue, getattr(shape, state))
        for state in ("yes", "no", "open")
    }
    assert told == {"yes": "yes", "no": "no", "open": "open"}
