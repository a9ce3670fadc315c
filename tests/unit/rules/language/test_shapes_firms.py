"""Conditions on a firm and its past, each as a real programme asks it: true of the right firms, open while it is."""

from __future__ import annotations

import pytest

from tests.support.tiny import Shape, built, verdict

PLACES = """\
places:
  - {id: si, name: {en: Slovenia}, kind: state}
  - {id: lur, name: {en: Region}, kind: region, parent: si}
  - {id: kamnik, name: {en: Kamnik}, kind: municipality, parent: lur}
  - {id: ljubljana, name: {en: Ljubljana}, kind: municipality, parent: lur}
  - {id: maribor, name: {en: Maribor}, kind: municipality, parent: si}
  - {id: at, name: {en: Austria}, kind: state}
"""
CODES = """\
id: nace
scheme: {name: NACE, version: "2"}
codes:
  - {id: nace.j, code: J, text: {en: J}}
  - {id: nace.j59, code: "59", text: {en: J59}, parent: nace.j}
  - {id: nace.j59.110, code: "59.110", text: {en: J59.110}, parent: nace.j59}
  - {id: nace.j59.200, code: "59.200", text: {en: J59.200}, parent: nace.j59}
  - {id: nace.c10, code: "10", text: {en: C10}}
"""
AID = (
    "{id: aid, kind: table, date: day, most: 4, columns: [{id: amount, kind: money, minimum: 0, maximum: 400000},"
    " {id: day, kind: date, minimum: 2010-01-01, maximum: today},"
    " {id: regime, kind: single, options: [{id: de_minimis}, {id: self_employment}, {id: voucher}]}]}"
)

SHAPES = {
    "NUM": Shape(
        "sid-nalozbe-circular",
        "{id: employees, kind: number, unit: people, minimum: 0, maximum: 500}",
        "eligible: [employees at least 2]",
        yes="employees: 2",
        no="employees: 1",
        open="employees: {between: [1, 9]}",
    ),
    "SIZE": Shape(
        "sps-p1-plus-guarantee",
        """{id: employees, kind: number, unit: people, minimum: 0, maximum: 5000}
        {id: linked_employees, kind: number, unit: people, minimum: 0, maximum: 5000}
        {id: turnover, kind: money, minimum: 0, maximum: 900000000}
        {id: balance, kind: money, minimum: 0, maximum: 900000000}""",
        "eligible: [sme_test is sme]",
        yes="employees: 200, linked_employees: 49, turnover: 60000000, balance: 43000000",
        no="employees: 200, linked_employees: 50, turnover: 1, balance: 1",
        open="employees: 200, linked_employees: 0, turnover: 60000000",
        facts="""\
facts:
  - {id: staff, label: {en: staff}, value: employees plus linked_employees}
  - id: sme_test
    label: {en: size}
    options: [{id: sme}, {id: large}]
    cases:
      - is: sme
        when: [staff less than 250, {any: [turnover at most 50 million EUR, balance at most 43 million EUR]}]
      - {is: large}
""",
    ),
    "DATE-REL": Shape(
        "sps-sk75-convertible-loan",
        "{id: registered, kind: date, minimum: 1990-01-01, maximum: today}",
        "eligible: [age of registered on submission more than 12 months, registered after 5 years before submission]",
        yes="registered: 2025-10-22",
        no="registered: 2021-11-22",
        open="registered: 2021-11",
    ),
    "DATE-ABS": Shape(
        "sps-p2-startup-incentive",
        "{id: registered, kind: date, minimum: 1990-01-01, maximum: today}",
        """\
rounds:
  - opens: 2026-11-01
    closes: 2026-12-15
    parameters:
      first: {value: 2023-01-01, expected: 15 months before opening}
      last: {value: 2024-03-15, expected: opening}
eligible: [registered between round.first and round.last]
""",
        yes="registered: 2024-03-15",
        no="registered: 2024-03-16",
        open="registered: 2024-03",
    ),
    "SET": Shape(
        "sps-v3-certificates",
        "{id: scheme, kind: single, options: [{id: iso}, {id: emas}, {id: fsc}, {id: house}]}",
        "eligible: [scheme in certificates]",
        yes="scheme: {one_of: [iso, fsc]}",
        no="scheme: house",
        open="scheme: dont_know",
        facts="lists:\n  - {id: certificates, of: scheme, items: [iso, emas, fsc]}\n",
    ),
    "HIER": Shape(
        "sfc-minority-coproduction",
        """{id: activity, kind: single, options_from: nace}
        {id: activities, kind: several, options_from: nace}""",
        "eligible: [activity not within nace.c10, activities has nace.j59.110]",
        yes="activity: nace.j59.200, activities: [nace.j59.110]",
        no="activity: nace.c10, activities: [nace.j59.110]",
        open="activity: nace.j59",
        codes=CODES,
    ),
    "GEO": Shape(
        "rralur-regional-guarantee",
        """{id: seat, kind: place}
        {id: unit, kind: place, may_not_apply: true}
        {id: investment, kind: place}""",
        """\
eligible:
  - any: [seat within lur, unit within lur]
  - {rule: investment within lur, subject: project}
""",
        yes="seat: maribor, unit: kamnik, investment: ljubljana",
        no="seat: kamnik, unit: does_not_apply, investment: at",
        open="seat: si, unit: does_not_apply, investment: lur",
        places=PLACES,
    ),
    "STATUS": Shape(
        "mk-sick-pay",
        """{id: entered, kind: yes_no}
        {id: waiting_days, kind: number, unit: days, minimum: 0, maximum: 400}""",
        "eligible: [entered, waiting_days at least 31 days]",
        yes="entered: true, waiting_days: 31",
        no="entered: false",
        open="entered: true",
    ),
    "EXCL": Shape(
        "sps-p2-startup-incentive",
        """{id: insolvent, kind: yes_no}
        {id: tax_debt, kind: money, minimum: 0, maximum: 100000}""",
        "eligible: [not insolvent, tax_debt less than 50 EUR]",
        yes="insolvent: false, tax_debt: 49",
        no="insolvent: true",
        open="insolvent: false, tax_debt: {at_least: 10}",
    ),
    "CUMUL rolling": Shape(
        "sps-v2-ip",
        AID,
        """\
benefit: {kind: grant, minimum: 500 EUR, maximum: 5000 EUR, rate: 60 %}
eligible:
  - sum of aid.amount where (regime is de_minimis) in the last 36 months plus grant at most limit.de_minimis
""",
        yes="aid: [{amount: 299500, day: 2023-11-23, regime: de_minimis},"
        " {amount: 9, day: 2026-01-01, regime: voucher}]",
        no="aid: [{amount: 299501, day: 2023-11-23, regime: de_minimis}]",
        open="aid: [{amount: 299501, day: 2023-11, regime: de_minimis}]",
        facts="""\
limits:
  - id: limit.de_minimis
    values:
      - {value: 200000 EUR, from: 2014-01-01, to: 2023-12-31}
      - {value: 300000 EUR, from: 2024-01-01, to: 2030-12-31}
""",
    ),
    "CUMUL fiscal years, as it was counted before July 2024": Shape(
        "sps-v5-status-change",
        AID,
        "eligible: [sum of aid.amount where (regime is de_minimis) in the last 3 fiscal years at most 200000 EUR]",
        yes="aid: [{amount: 200000, day: 2024-01-01, regime: de_minimis},"
        " {amount: 9, day: 2023-12-31, regime: de_minimis}]",
        no="aid: [{amount: 200001, day: 2024-01-01, regime: de_minimis}]",
        open="aid: [{amount: {between: [1, 300000]}, day: 2025-01-01, regime: de_minimis}]",
    ),
    "CUMUL of running ones": Shape(
        "sps-voucher-digital-marketing",
        AID,
        """\
eligible:
  - count of aid where (regime is voucher and day on or after 2026-01-01) less than 3
  - sum of aid.amount where (regime is voucher) in the last 1 fiscal year at most 30000 EUR
""",
        yes="aid: [{amount: 9000, day: 2026-02-01, regime: voucher},"
        " {amount: 50000, day: 2025-02-01, regime: voucher}]",
        no="aid: [{amount: 30001, day: 2026-02-01, regime: voucher}]",
        open="aid: dont_know",
    ),
    "ONCE": Shape(
        "zrsz-self-employment-grant",
        AID,
        "eligible: [none of aid where (regime is self_employment) in the last 5 years]",
        yes="aid: [{amount: 1, day: 2021-11-22, regime: self_employment}]",
        no="aid: [{amount: 1, day: 2021-11-23, regime: self_employment}]",
        open="aid: [{amount: 1, day: 2022-01-01, regime: dont_know}]",
    ),
    "EITHER": Shape(
        "mol-studios-premises",
        """{id: title, kind: yes_no}
        {id: entry, kind: yes_no}
        {id: profession, kind: single, options: [{id: painter}, {id: designer}, {id: dancer}]}""",
        """\
eligible:
  - any:
      - title
      - all:
          - entry
          - profession in [painter, designer]
""",
        yes="title: false, entry: true, profession: designer",
        no="title: false, profession: dancer",
        open="title: false, entry: true, profession: {one_of: [designer, dancer]}",
    ),
    "exemption inside a condition": Shape(
        "jak-book-projects",
        """{id: registered, kind: date, minimum: 1990-01-01, maximum: today}
        {id: successor, kind: yes_no}""",
        "eligible: [age of registered on deadline at least 2 years unless successor]",
        yes="registered: 2026-01-01, successor: true",
        no="registered: 2026-01-01, successor: false",
        open="registered: 2026-01-01",
    ),
    "moment of the test": Shape(
        "sps-si-sk-co-investment",
        """{id: founded, kind: date, minimum: 1990-01-01, maximum: 2028-12-31}
        {id: signed_claim, kind: date, minimum: 2026-01-01, maximum: 2030-12-31}""",
        """\
rounds: [{opens: 2026-11-01, closes: 2026-12-15, award: 2027-02-01, signing: 2027-03-01, claim: 2027-08-31}]
eligible:
  - {rule: founded on or before signing, moment: {en: at signing}}
  - signed_claim between signing and (6 months after signing)
  - claim on or after 2027-08-31
""",
        yes="founded: 2027-03-01, signed_claim: 2027-09-01",
        no="founded: 2027-03-02",
        open="founded: 2027-03, signed_claim: 2027-03-01",
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
