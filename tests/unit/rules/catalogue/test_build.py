"""A folder becomes a catalogue: everything the files say, compiled, with plain values inside."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest

from ccsdesk.domain.programme import Parameter, UsualClosing, WindowKind
from ccsdesk.domain.question import Kind
from ccsdesk.rules.catalogue.marks import Entries, Items, Word
from ccsdesk.rules.language.core import Always, Applies, Compare, IsOneOf, Not, RuleKind
from tests.support.catalogues import FILES, changed, garden

BARREL = "programmes/rain-barrel.yaml"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return garden(tmp_path_factory.mktemp("garden"))


def test_the_frame_is_what_the_file_says(catalogue):
    assert catalogue.name == {"en": "Garden help", "de": "Gartenhilfe"}
    assert (catalogue.version, catalogue.languages) == ("2026-03-01", ("en", "de"))
    assert [section.id for section in catalogue.sections] == ["plot", "grower"]
    assert list(catalogue.needs) == ["water", "tools"]
    assert catalogue.digest.startswith("sha256:")
    assert list(catalogue.programmes) == ["rain-barrel", "soil-advice"]


def test_sections_come_in_the_order_of_the_catalogue(tmp_path):
    turned = changed("catalogue.yaml", "sections: [plot, grower]", "sections: [grower, plot]")
    catalogue = garden(tmp_path, turned)
    assert next(iter(catalogue.dictionary.questions)) == "role"


def test_questions_carry_units_bounds_and_order(catalogue):
    questions = catalogue.dictionary.questions
    assert (questions["area"].minimum, questions["area"].unit) == (Decimal(10), "m2")
    assert (questions["budget"].unit, questions["share"].unit) == ("EUR", "%")
    assert questions["rented"].maximum is None
    assert questions["skill"].ordered
    assert not questions["role"].ordered
    assert questions["aid"].date_column == "given"
    assert [column.kind for column in questions["aid"].columns] == [
        Kind.DATE,
        Kind.MONEY,
        Kind.SINGLE,
    ]


def test_options_come_from_a_code_tree(catalogue):
    tree = catalogue.dictionary.option_trees["crops"]
    assert tree.leaves["vegetables"] == {"roots", "leaves"}


def test_when_a_question_is_asked_is_compiled(catalogue):
    assert catalogue.asked_when["role"] is None
    assert catalogue.asked_when["area"] == IsOneOf("has_plot", frozenset({"yes"}))
    assert catalogue.asked_when_rules["area"].questions == ("has_plot",)


def test_a_choice_by_cases_holds_only_where_it_applies(catalogue):
    tests = catalogue.dictionary.choices["plot_size"].tests
    small = tests["small"].items
    assert Applies("area") in small
    assert isinstance(small[0], Compare)
    assert Not(small[0]) in tests["large"].items
    assert Applies("area") in tests["large"].items


def test_a_block_about_the_grant_is_compiled_for_each_programme_and_lot(catalogue):
    assert "has_headroom" not in catalogue.dictionary.blocks
    base = catalogue.rules["rain-barrel"].children[2]
    lot = dict(catalogue.lots["rain-barrel"])["large"].children[1]
    assert (base.kind, lot.kind) == (RuleKind.BLOCK, RuleKind.BLOCK)
    assert "Decimal('50')" in str(base.test)
    assert "Decimal('150')" in str(lot.test)


def test_a_block_on_a_block_about_the_grant_is_compiled_for_each_programme_too(tmp_path):
    blocks = (
        FILES["blocks.yaml"]
        + "  - {id: ready, label: {en: a, de: b}, text: {en: a, de: b}, all: [keen, has_headroom]}\n"
    )
    changes = {"blocks.yaml": blocks, **changed(BARREL, "- has_headroom", "- ready")}
    catalogue = garden(tmp_path, changes)
    assert "Decimal('50')" in str(catalogue.rules["rain-barrel"].children[2].test)


def test_derived_facts_may_stand_in_any_order(tmp_path):
    turned = changed(
        "facts.yaml",
        "facts:\n",
        "facts:\n  - {id: twice, label: {en: a, de: b}, value: 2 times lease_age}\n",
    )
    assert list(garden(tmp_path, turned).dictionary.values) == ["lease_age", "twice"]


def test_a_case_may_name_the_questions_that_matter(tmp_path):
    named = changed("cases/members.yaml", "open: []", "open: {rain-barrel: [skill]}")
    assert garden(tmp_path, named).cases[0].open == {"rain-barrel": ("skill",)}


def test_a_lot_inherits_and_drops_conditions(catalogue):
    base, (name, lot) = catalogue.rules["rain-barrel"], catalogue.lots["rain-barrel"][0]
    assert name == "large"
    assert [rule.line for rule in lot.children] == [
        *(rule.line for rule in base.children[1:]),
        "plot_size is large",
    ]


def test_a_programme_without_conditions_is_for_everybody(catalogue):
    assert catalogue.rules["soil-advice"].test == Always(truth=True)


def test_rounds_and_windows_are_kept_as_written(catalogue):
    programme = catalogue.programmes["rain-barrel"]
    assert (programme.window.kind, programme.window.month) == (WindowKind.RECURRING, 4)
    assert programme.window.closing is None
    assert programme.rounds[0].parameters == {
        "most_area": Parameter(Decimal(300), "m2"),
        "rented_from": Parameter(date(2020, 1, 1), None, "5 years before opening"),
    }
    assert programme.documents[0].no_older_than == 30
    assert programme.check_yourself[0].unverified


@pytest.mark.parametrize(
    ("written", "closing"),
    [
        ("{month: 6}", UsualClosing(6)),
        ("{month: 2, day: 29}", UsualClosing(2, 29)),
        (
            "{month: 1, day: 10, inferred: true, source: 1}",
            UsualClosing(1, 10, inferred=True, source=1),
        ),
    ],
)
def test_a_usual_closing_is_kept_as_written(tmp_path, written, closing):
    change = changed(BARREL, "month: 4,", f"month: 4, closing: {written},")
    assert garden(tmp_path, change).programmes["rain-barrel"].window.closing == closing


def test_models_are_compiled(catalogue):
    stages = catalogue.stages
    assert [stage.id for stage in stages.stages] == ["seed", "bloom"]
    assert stages.gates[0].rule.questions == ("role",)
    assert stages.overlays["ambition"].question == "grade"
    assert catalogue.capabilities[0].targets == {"seed": 25, "bloom": 75}
    assert catalogue.needs_rules[0].need == "tools"
    assert catalogue.swot[0].rule.questions == ("skill", "watering")


def test_the_digest_changes_with_any_byte(catalogue, tmp_path):
    changed_one = garden(tmp_path, changed("needs.yaml", "weight: 0.5", "weight: 0.6"))
    assert changed_one.digest != catalogue.digest


def test_nothing_of_the_files_is_left_inside(catalogue):
    seen = set()

    def walk(item):
        if id(item) in seen:
            return
        seen.add(id(item))
        assert type(item) not in {Word, Items, Entries}, item
        if isinstance(item, dict):
            for key, value in item.items():
                walk(key)
                walk(value)
        elif isinstance(item, (tuple, list, frozenset)):
            for one in item:
                walk(one)
        elif hasattr(item, "__dataclass_fields__"):
            for name in item.__dataclass_fields__:
                walk(getattr(item, name))

    walk(catalogue)


def test_it_pickles(catalogue):
    assert pickle.loads(pickle.dumps(catalogue)) == catalogue  # noqa: S301 - our own bytes


def test_a_catalogue_may_be_very_small(tmp_path):
    left_out = (
        "facts.yaml blocks.yaml codes/crops.yaml places.yaml capabilities.yaml needs.yaml swot.yaml"
        " measures.yaml support_places.yaml stories.yaml programmes/rain-barrel.yaml"
        " questions/1-plot.yaml questions/2-grower.yaml cases/members.yaml"
    )
    stages = (
        "proposal: {en: a, de: b}\nmargin: 0\n"
        "stages: [{id: seed, name: {en: a, de: b}, description: {en: a, de: b}}]\n"
    )
    catalogue = garden(tmp_path, {**dict.fromkeys(left_out.split()), "stages.yaml": stages})
    assert list(catalogue.rules) == ["soil-advice"]
