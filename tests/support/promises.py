"""What the JSON of `match` and `explain` promises, told as a list of broken promises: empty when all are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from tests.support.command_line import Json, Object

TOP = (
    "catalogue",
    "day",
    "ignored",
    "stage",
    "overlays",
    "capabilities",
    "needs",
    "programmes",
    "measures",
    "next",
)
STAGE = ("id", "runner_up", "margin", "settled", "corrected_to", "because")
PROGRAMME = (
    "id",
    "verdict",
    "window",
    "group",
    "opens",
    "closes",
    "expected",
    "fit",
    "rules",
    "check_yourself",
    "assumed_round",
    "because",
    "missing",
    "changes",
    "from",
    "until",
    "lots",
)
MEASURE = ("id", "verdict", "window", "fit", "because", "missing", "delivered_by")
EXPLAINED = (
    "id",
    "verdict",
    "window",
    "group",
    "conditions",
    "because",
    "missing",
    "changes",
    "from",
    "until",
    "check_yourself",
    "points",
    "duties",
    "documents",
    "relations",
    "fit_parts",
)
REASON = ("kind", "state", "subject", "text", "questions", "assumed", "source", "children")
VERDICTS = {"eligible": "yes", "not_eligible": "no", "open": "open"}
WINDOWS = {"now", "later", "rolling", "closed", "unknown"}
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def objects(value: Json) -> list[Object]:
    """A JSON list of objects."""
    return cast("list[Object]", value)


def names(value: Json) -> list[str]:
    """A JSON list of strings."""
    return cast("list[str]", value)


def broken_in_match(match: Object, *, questions: Sequence[str], given: Sequence[str]) -> list[str]:
    """Promises of `match --json` that this one breaks; `questions` in questionnaire order, `given` those answered."""
    programmes, measures = objects(match["programmes"]), objects(match["measures"])
    ids = [str(item["id"]) for item in programmes]
    return [
        *_keys("match", match, TOP),
        *_order("programmes", ids),
        *_order("measures", [str(item["id"]) for item in measures]),
        *_ignored(names(match["ignored"]), questions, given),
        *_stage(match["stage"], questions),
        *_profile(match, questions),
        *(fault for item in programmes for fault in _programme(item, questions)),
        *(fault for item in measures for fault in _measure(item, questions, ids)),
        *_next(objects(match["next"]), questions, given),
    ]


def broken_in_explain(
    explained: Object, matched: Object, *, questions: Sequence[str], languages: Sequence[str]
) -> list[str]:
    """Promises of `explain --json` that this one breaks; `matched` is the same programme in `match --json`."""
    name, root = str(explained["id"]), cast("Object", explained["conditions"])
    same = ("id", "verdict", "window", "group", "because", "missing", "changes", "from", "until")
    faults = [
        *_keys(name, explained, EXPLAINED),
        *(f"{name}: {key} differs from match" for key in same if explained[key] != matched[key]),
    ]
    if root["state"] != VERDICTS[str(explained["verdict"])]:
        faults.append(f"{name}: the tree says {root['state']}")
    for key in ("check_yourself", "points", "duties", "documents"):
        faults += [
            f"{name}: a line of {key} lacks a language"
            for text in objects(explained[key])
            if set(text) != set(languages)
        ]
    faults += list(_tree(root, questions))
    for child in objects(root["children"]):
        faults += list(_texts(child, languages))
    return [fault if fault.startswith(name) else f"{name}: {fault}" for fault in faults]


def _keys(where: str, value: Object, expected: Sequence[str]) -> Iterator[str]:
    if tuple(value) != tuple(expected):
        yield f"{where}: has the keys {list(value)}"


def _order(where: str, ids: Sequence[str]) -> Iterator[str]:
    if list(ids) != sorted(set(ids)):
        yield f"{where}: are not all once and by id"


def _in_order(where: str, found: Sequence[str], questions: Sequence[str]) -> Iterator[str]:
    if list(found) != [question for question in questions if question in set(found)]:
        yield f"{where}: {list(found)} is not in questionnaire order"


def _ignored(
    ignored: Sequence[str], questions: Sequence[str], given: Sequence[str]
) -> Iterator[str]:
    yield from _in_order("ignored", ignored, questions)
    if not set(ignored) <= set(given):
        yield "ignored: holds a question without an answer"


def _stage(stage: Json, questions: Sequence[str]) -> Iterator[str]:
    if stage is None:
        return
    found = cast("Object", stage)
    yield from _keys("stage", found, STAGE)
    yield from _in_order("stage", names(found["because"]), questions)
    if type(found["margin"]) is not int or type(found["settled"]) is not bool:
        yield "stage: margin is a whole number, settled true or false"


def _profile(match: Object, questions: Sequence[str]) -> Iterator[str]:
    yield from _keys("overlays", cast("Object", match["overlays"]), ("international", "ambition"))
    for capability in objects(match["capabilities"]):
        yield from _keys("capability", capability, ("id", "score", "target"))
        for key in ("score", "target"):
            value = capability[key]
            if value is not None and (type(value) is not int or not 0 <= value <= 100):
                yield f"capability {capability['id']}: {key} is {value}"
    weights = []
    for need in objects(match["needs"]):
        yield from _keys("need", need, ("id", "weight", "because"))
        yield from _in_order(f"need {need['id']}", names(need["because"]), questions)
        weights.append(cast("float", need["weight"]))
        yield from _share(f"need {need['id']}", need["weight"])
    if weights != sorted(weights, reverse=True) or any(weight <= 0 for weight in weights):
        yield "needs: are not heaviest first"


def _share(where: str, value: Json) -> Iterator[str]:
    if type(value) is not float or not 0 <= value <= 1 or round(value, 2) != value:
        yield f"{where}: {value} is no share with two decimals"


def _settled(where: str, item: Object, questions: Sequence[str]) -> Iterator[str]:
    verdict, because, missing = item["verdict"], names(item["because"]), names(item["missing"])
    if verdict not in VERDICTS:
        yield f"{where}: the verdict is {verdict}"
    if bool(missing) != (verdict == "open"):
        yield f"{where}: is {verdict} with {missing} missing"
    if because and verdict == "open":
        yield f"{where}: is open because of {because}"
    if item["window"] not in WINDOWS:
        yield f"{where}: the window is {item['window']}"
    if item["fit"] is not None:
        yield from _share(f"{where}: fit", item["fit"])
    yield from _in_order(f"{where}: because", because, questions)
    yield from _in_order(f"{where}: missing", missing, questions)


def _programme(item: Object, questions: Sequence[str]) -> Iterator[str]:
    name = str(item["id"])
    yield from _keys(name, item, PROGRAMME)
    yield from _settled(name, item, questions)
    if item["group"] not in _groups(item):
        yield f"{name}: {item['verdict']}, {item['window']} stands under {item['group']}"
    for key in ("rules", "check_yourself"):
        if type(item[key]) is not int:
            yield f"{name}: {key} is {item[key]}"
    if type(item["assumed_round"]) is not bool:
        yield f"{name}: assumed_round is {item['assumed_round']}"
    if item["changes"] and item["verdict"] != "not_eligible":
        yield f"{name}: changes are for those not eligible"
    verdicts = {str(lot["verdict"]) for lot in objects(item["lots"])}
    if "eligible" in verdicts and item["verdict"] != "eligible":
        yield f"{name}: a lot is eligible and the programme is not"
    if verdicts == {"not_eligible"} and item["verdict"] != "not_eligible":
        yield f"{name}: no lot is eligible and the programme is"
    yield from _days(name, item)


def _groups(item: Object) -> set[str]:
    """The groups in which the verdict and the window allow it to stand."""
    verdict, window = item["verdict"], item["window"]
    unruled = item["rules"] == 0 and item["check_yourself"] != 0
    if window == "closed":
        return {"not_for_you"}
    if verdict == "not_eligible":
        return {"one_step", "not_for_you"}
    if verdict == "open" or window == "unknown" or (unruled and window != "later"):
        return {"not_clear"}
    if window == "later":
        return {"opens_later"}
    return {"apply_now"}


def _days(name: str, item: Object) -> Iterator[str]:
    for key in ("opens", "closes", "from", "until"):
        value = item[key]
        if value is not None and not (isinstance(value, str) and ISO_DAY.fullmatch(value)):
            yield f"{name}: {key} is {value}"
    starts, until = item["from"], item["until"]
    if item["verdict"] == "open" and (starts is not None or until is not None):
        yield f"{name}: is open and has from or until"
    if item["verdict"] == "eligible" and starts is not None:
        yield f"{name}: is eligible and has from"
    if item["verdict"] == "not_eligible" and starts is None and until is not None:
        yield f"{name}: has until, but is never eligible"
    if starts is not None and until is not None and str(until) < str(starts):
        yield f"{name}: until is before from"
    window, expected = item["window"], item["expected"]
    announced = item["opens"] is not None or item["closes"] is not None
    if announced and window in {"closed", "unknown"}:
        yield f"{name}: is {window} and has announced days"
    if expected is not None:
        yield from _keys(f"{name}: expected", cast("Object", expected), ("month", "confidence"))
        if window != "later" or item["opens"] is not None:
            yield f"{name}: is expected though it is {window} or announced"
    if window == "later" and item["opens"] is None and expected is None:
        yield f"{name}: opens later, but neither announced nor expected"


def _measure(item: Object, questions: Sequence[str], programmes: Sequence[str]) -> Iterator[str]:
    name = str(item["id"])
    yield from _keys(name, item, MEASURE)
    yield from _settled(name, item, questions)
    if not set(names(item["delivered_by"])) <= set(programmes):
        yield f"{name}: is delivered by an unknown programme"


def _next(items: Sequence[Object], questions: Sequence[str], given: Sequence[str]) -> Iterator[str]:
    for item in items:
        yield from _keys("next", item, ("question", "settles"))
        if item["question"] in given or item["question"] not in questions:
            yield f"next: {item['question']} was asked, or is none"
        if type(item["settles"]) is not float or round(item["settles"], 1) != item["settles"]:
            yield f"next: settles {item['settles']}"


def _tree(node: Object, questions: Sequence[str]) -> Iterator[str]:
    yield from _keys(f"node {node['text']}", node, REASON)
    if node["state"] not in VERDICTS.values():
        yield f"a node is {node['state']}"
    if not set(names(node["questions"])) <= set(questions):
        yield f"a node looks at {node['questions']}"
    if type(node["assumed"]) is not bool:
        yield f"a node is assumed: {node['assumed']}"
    children = objects(node["children"])
    states = [child["state"] for child in children]
    if node["kind"] == "all" and children:
        expected = "no" if "no" in states else "open" if "open" in states else "yes"
        # knowing answers together, the whole may be settled where its parts are open
        if node["state"] not in {expected, *({"yes", "no"} if expected == "open" else set())}:
            yield f"all of {states} is {node['state']}"
    for child in children:
        yield from _tree(child, questions)


def _texts(node: Object, languages: Sequence[str]) -> Iterator[str]:
    texts = cast("dict[str, str]", node["text"])
    if set(texts) != set(languages) or not all(texts.values()):
        yield f"a node lacks words: {texts}"
    for child in objects(node["children"]):
        yield from _texts(child, languages)
