"""A small, whole catalogue on another subject (allotment gardens, English and German), written into a folder.

Tests change it file by file: `write(folder, {"facts.yaml": "...", "swot.yaml": None})`. Nothing here reads YAML.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ccsdesk.rules.catalogue.build import build_catalogue
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.catalogue.folder import read_folder

CATALOGUE = """\
name: {en: Garden help, de: Gartenhilfe}
version: 2026-03-01
languages: [en, de]
licence: CC BY 4.0
currency: EUR
sections: [plot, grower]
needs:
  - {id: water, name: {en: water, de: Wasser}}
  - {id: tools, name: {en: tools, de: Werkzeug}}
levels:
  - {id: city, name: {en: city, de: Stadt}}
kinds:
  - {id: grant, name: {en: grant, de: Zuschuss}}
  - {id: advice, name: {en: advice, de: Beratung}}
"""

QUESTIONS_PLOT = """\
section: {id: plot, title: {en: Your plot, de: Ihre Parzelle}}
questions:
  - id: has_plot
    kind: yes_no
    text: {en: Do you have a plot?, de: Haben Sie eine Parzelle?}
    label: {en: a plot, de: eine Parzelle}
    statement:
      yes: {en: You have a plot., de: Sie haben eine Parzelle.}
      no: {en: You have no plot., de: Sie haben keine Parzelle.}
    quick: true
  - id: area
    kind: number
    unit: m2
    minimum: 10
    maximum: 900
    decimals: 1
    asked_when: has_plot
    text: {en: How large is it?, de: Wie groß ist sie?}
    label: {en: area of the plot, de: Größe der Parzelle}
    changeable: {direction: up, effort: 3, how: {en: Ask for a larger plot., de: Fragen Sie nach mehr.}}
  - id: rented
    kind: date
    minimum: 1950-01-01
    maximum: today
    asked_when: has_plot
    text: {en: Since when do you rent it?, de: Seit wann pachten Sie sie?}
    label: {en: start of the lease, de: Beginn der Pacht}
  - id: site
    kind: place
    text: {en: Where is it?, de: Wo liegt sie?}
    label: {en: site, de: Lage}
  - id: crops
    kind: several
    options_from: crops
    text: {en: What do you grow?, de: Was bauen Sie an?}
    label: {en: crops, de: Kulturen}
"""

QUESTIONS_GROWER = """\
section: {id: grower, title: {en: You, de: Sie}}
questions:
  - id: role
    kind: single
    options:
      - {id: member, text: {en: member, de: Mitglied}}
      - {id: guest, text: {en: guest, de: Gast}}
      - {id: waiting, text: {en: on the waiting list, de: auf der Warteliste}}
    text: {en: What are you?, de: Was sind Sie?}
    label: {en: your role, de: Ihre Rolle}
    changeable: {to: [member], effort: 1, how: {en: Join., de: Treten Sie bei.}}
  - id: skill
    kind: scale
    options:
      - {id: none, text: {en: none, de: keine}}
      - {id: little, text: {en: a little, de: wenig}}
      - {id: some, text: {en: some, de: etwas}}
      - {id: good, text: {en: good, de: gut}}
      - {id: expert, text: {en: expert, de: sehr gut}}
    text: {en: How well do you know soil?, de: Wie gut kennen Sie Böden?}
    label: {en: knowledge of soil, de: Bodenkunde}
  - id: watering
    kind: scale
    options:
      - {id: w0, text: {en: never, de: nie}}
      - {id: w1, text: {en: seldom, de: selten}}
      - {id: w2, text: {en: at times, de: manchmal}}
      - {id: w3, text: {en: often, de: oft}}
      - {id: w4, text: {en: daily, de: täglich}}
    text: {en: How often do you water?, de: Wie oft gießen Sie?}
    label: {en: watering, de: Gießen}
  - id: grade
    kind: single
    ordered: true
    options:
      - {id: bronze, text: {en: bronze, de: Bronze}}
      - {id: silver, text: {en: silver, de: Silber}}
      - {id: gold, text: {en: gold, de: Gold}}
    may_not_apply: true
    text: {en: Which badge do you hold?, de: Welches Abzeichen haben Sie?}
    label: {en: badge, de: Abzeichen}
  - id: budget
    kind: money
    minimum: 0
    maximum: 5000
    text: {en: What can you spend?, de: Was können Sie ausgeben?}
    label: {en: budget, de: Budget}
  - id: share
    kind: percent
    minimum: 0
    maximum: 100
    text: {en: Which part is for shared beds?, de: Welcher Teil ist für Gemeinschaftsbeete?}
    label: {en: shared part, de: gemeinsamer Teil}
  - id: start
    kind: month
    minimum: 2020-01-01
    maximum: 2030-12-31
    text: {en: When do you start?, de: Wann fangen Sie an?}
    label: {en: start, de: Beginn}
  - id: wish
    kind: text
    text: {en: What do you wish for?, de: Was wünschen Sie sich?}
    label: {en: wish, de: Wunsch}
  - id: aid
    kind: table
    most: 3
    date: given
    columns:
      - {id: given, kind: date, label: {en: day, de: Tag}, maximum: today}
      - {id: amount, kind: money, label: {en: amount, de: Betrag}, minimum: 0, maximum: 1000}
      - id: kind
        kind: single
        label: {en: kind, de: Art}
        options:
          - {id: seeds, text: {en: seeds, de: Saatgut}}
          - {id: money, text: {en: money, de: Geld}}
    text: {en: What help did you get?, de: Welche Hilfe haben Sie bekommen?}
    label: {en: help so far, de: bisherige Hilfe}
"""

CODES = """\
id: crops
scheme: {name: Garden list, version: "1"}
codes:
  - {id: vegetables, text: {en: vegetables, de: Gemüse}, parent: null}
  - {id: roots, text: {en: roots, de: Wurzeln}, parent: vegetables}
  - {id: leaves, text: {en: leaves, de: Blätter}, parent: vegetables}
  - {id: fruit, text: {en: fruit, de: Obst}, parent: null}
"""

PLACES = """\
- {id: town, name: {en: Town, de: Stadt}, kind: city}
- {id: north, name: {en: North, de: Nord}, kind: district, parent: town}
- {id: south, name: {en: South, de: Süd}, kind: district, parent: town}
- {id: abroad, name: {en: elsewhere, de: anderswo}, kind: city}
"""

FACTS = """\
limits:
  - {id: limit.small, value: 100 m2, source: {url: https://example.org/rules, seen: "2025"}}
lists:
  - {id: insiders, of: role, items: [member, guest]}
facts:
  - id: lease_age
    label: {en: length of the lease, de: Dauer der Pacht}
    value: age of rented on submission
  - id: plot_size
    label: {en: size class, de: Größenklasse}
    options:
      - {id: small, text: {en: small, de: klein}}
      - {id: large, text: {en: large, de: groß}}
    cases:
      - {is: small, when: [area at most limit.small]}
      - {is: large}
"""

BLOCKS = """\
blocks:
  - id: keen
    label: {en: keenness, de: Eifer}
    text: {en: You are keen., de: Sie sind eifrig.}
    any:
      - skill at least good
      - watering at least w3
  - id: has_headroom
    label: {en: room for the grant, de: Platz für den Zuschuss}
    text: {en: There is room for the grant., de: Der Zuschuss passt noch.}
    all:
      - sum of aid.amount in the last 36 months plus grant at most 1000 EUR
"""

STAGES = """\
proposal: {en: Only a proposal., de: Nur ein Vorschlag.}
margin: 2
stages:
  - {id: seed, name: {en: seed, de: Saat}, description: {en: At the start., de: Am Anfang.}}
  - {id: bloom, name: {en: bloom, de: Blüte}, description: {en: In full swing., de: In vollem Gang.}}
points:
  - question: skill
    give:
      - {when: skill at most little, points: {seed: 2}}
      - {when: skill at least good, points: {bloom: 2}}
gates:
  - {when: role is waiting, stage: seed, text: {en: Still waiting., de: Noch auf der Liste.}}
overlays:
  international: {name: {en: abroad, de: Ausland}, levels: [{level: 1, name: {en: a, de: b}, when: site is abroad}]}
  ambition: {name: {en: badge, de: Abzeichen}, question: grade}
"""

CAPABILITIES = """\
- id: soil
  name: {en: soil, de: Boden}
  indicators: [skill, watering]
  targets: {seed: 25, bloom: 75}
  needs: {water: 0.5}
  weight: 1.0
  bands:
    - {below: 50, text: {en: low, de: niedrig}}
    - {below: 101, text: {en: high, de: hoch}}
"""

NEEDS = """\
- {need: tools, when: budget at most 50 EUR, weight: 0.5}
"""

SWOT = """\
- {id: keen-grower, side: strength, when: keen, text: {en: Keen., de: Eifrig.}, weight: 1}
"""

MEASURES = """\
- id: m-water
  name: {en: Water for all, de: Wasser für alle}
  what: {en: More taps., de: Mehr Hähne.}
  who: {en: All gardeners., de: Alle.}
  stages: [seed, bloom]
  needs: [water]
  status: open-recurring
  window: {kind: rolling}
  eligible:
    - has_plot
  delivered_by: [rain-barrel]
  sources: [{url: https://example.org/measures}]
  checked: 2026-02-01
"""

SUPPORT_PLACES = """\
- id: shed
  name: {en: Tool shed, de: Geräteschuppen}
  place: north
  offers: [{stages: [seed], text: {en: Tools on loan., de: Werkzeug zum Leihen.}}]
  needs: [tools]
  status: open-recurring
  checked: 2026-02-01
"""

STORIES = """\
- id: anna
  name: {en: Anna, de: Anna}
  text: {en: Began with one bed., de: Begann mit einem Beet.}
  stages: [seed]
  needs: [tools]
"""

RAIN_BARREL = """\
id: rain-barrel
name: {en: Rain barrel grant, de: Zuschuss für die Regentonne}
provider: {en: City, de: Stadt}
kind: grant
level: city
stages: [seed, bloom]
needs: [water]
summary: {en: Pays for a barrel., de: Zahlt eine Tonne.}
benefit: {kind: grant, minimum: 50 EUR, maximum: 200 EUR, rate: 80 %}
status: open-recurring
window: {kind: recurring, month: 4, confidence: high}
rounds:
  - opens: 2026-04-01
    closes: 2026-04-30
    parameters:
      most_area: 300 m2
      rented_from: {value: 2020-01-01, expected: 5 years before opening}
    source: 1
eligible:
  - {rule: role in insiders, id: role, source: 1, shape: SET}
  - area at most round.most_area
  - has_headroom
  - any:
      - site within town
      - not: keen
  - rented on or after round.rented_from unless plot_size is small
check_yourself:
  - {en: The barrel is new., de: Die Tonne ist neu., unverified: true, source: 1}
documents:
  - {en: Receipt, de: Quittung, no_older_than: 30 days}
lots:
  - id: large
    name: {en: Large barrel, de: Große Tonne}
    without: [role]
    eligible:
      - plot_size is large
    benefit: {minimum: 150 EUR, maximum: 200 EUR}
relations: [{kind: leads-to, programme: soil-advice}]
contact: {web: https://example.org/barrel}
sources: [{url: https://example.org/barrel, seen: "2026"}]
checked: 2026-02-01
"""

SOIL_ADVICE = """\
id: soil-advice
name: {en: Soil advice, de: Bodenberatung}
provider: {en: Club, de: Verein}
kind: advice
level: city
stages: [seed]
needs: [tools]
advice: true
summary: {en: An hour with an expert., de: Eine Stunde mit einer Fachfrau.}
status: open-recurring
window: {kind: rolling}
checked: 2026-02-01
"""

CASES = """\
- name: A member on a small plot in the north may ask for a barrel
  day: 2026-03-01
  answers: {has_plot: true, role: member, area: 80, site: north, rented: 2024-05, aid: []}
  expect: {eligible: [soil-advice], open: [], not_eligible: {}, stage: seed}
"""

FILES: Mapping[str, str] = {
    "catalogue.yaml": CATALOGUE,
    "questions/1-plot.yaml": QUESTIONS_PLOT,
    "questions/2-grower.yaml": QUESTIONS_GROWER,
    "codes/crops.yaml": CODES,
    "places.yaml": PLACES,
    "facts.yaml": FACTS,
    "blocks.yaml": BLOCKS,
    "stages.yaml": STAGES,
    "capabilities.yaml": CAPABILITIES,
    "needs.yaml": NEEDS,
    "swot.yaml": SWOT,
    "measures.yaml": MEASURES,
    "support_places.yaml": SUPPORT_PLACES,
    "stories.yaml": STORIES,
    "programmes/rain-barrel.yaml": RAIN_BARREL,
    "programmes/soil-advice.yaml": SOIL_ADVICE,
    "cases/members.yaml": CASES,
}
"""Every file of the small catalogue, by its path inside the folder."""


def write(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the small catalogue into a folder, with some files changed, added or (None) left out; gives the folder."""
    files: dict[str, str | None] = {**FILES, **(changes or {})}
    for name, content in files.items():
        path = folder / name
        if content is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def changed(file: str, old: str, new: str) -> dict[str, str | None]:
    """The change of one piece of one file; the piece must stand there exactly once."""
    content = FILES[file]
    if content.count(old) != 1:
        message = f"{old!r} stands {content.count(old)} times in {file}"
        raise ValueError(message)
    return {file: content.replace(old, new)}


def garden(folder: Path, changes: Mapping[str, str | None] | None = None) -> Catalogue:
    """The small catalogue, written and built."""
    return build_catalogue(read_folder(write(folder, changes)))
