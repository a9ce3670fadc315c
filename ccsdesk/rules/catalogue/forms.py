"""Reading marked data into strict forms, and telling what is wrong with it: place, what was expected, nearest name.

The forms themselves stand in `forms_frame`, `forms_programmes` and `forms_models`; nothing here knows their fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.marks import Data, Entries, Mark, follow
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors, nearest
from ccsdesk.rules.catalogue.values import Frame


class Form(BaseModel):
    """Base of all forms: frozen, and an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


FormT = TypeVar("FormT", bound=Form)


def _sentence(sentence: str, *, advice: str) -> tuple[str, str]:
    """What is wrong and what to do."""
    return sentence, advice


SENTENCES: dict[str, tuple[str, str]] = {
    "missing": _sentence("“{name}” is missing.", advice="Add it."),
    "not_ident": _sentence(
        "“{value}” is not an id.", advice="Use small letters a to z, digits and single dashes."
    ),
    "not_name": _sentence(
        "“{value}” is not an id.",
        advice="Use small letters a to z, digits, underscores and points.",
    ),
    "not_whole": _sentence(
        "“{name}” must be a whole number.", advice="Write digits alone, such as 15."
    ),
    "not_number": _sentence(
        "“{name}” must be a number.", advice="Write it with a decimal point, such as 0.5."
    ),
    "not_flag": _sentence(
        "“{name}” must be true or false.", advice="Write one of the two, without quotes."
    ),
    "not_day": _sentence("“{value}” is not a day that exists.", advice="Write it as YYYY-MM-DD."),
    "not_money": _sentence(
        "“{name}” must be an amount of money.", advice="Write it as 500 {currency}."
    ),
    "not_percent": _sentence("“{name}” must be a percentage.", advice="Write it as 60 %."),
    "not_days": _sentence("“{name}” must be a number of days.", advice="Write it as 30 days."),
    "not_text": _sentence("“{name}” must be a text.", advice="Write a line of text."),
    "not_web": _sentence(
        "“{value}” is not the address of a page.", advice="Begin it with https://."
    ),
    "not_texts": _sentence(
        "“{name}” must be given in every language.", advice="Write it as {form}."
    ),
    "not_language": _sentence(
        "“{word}” is not a language of this catalogue.", advice="Languages: {languages}."
    ),
    "comma_lost": _sentence(
        "“{word}” was cut off from the text before it by a comma.",
        advice="Put a text with a comma in quotes.",
    ),
    "text_empty": _sentence(
        "The text in the language “{language}” is empty.", advice="Fill it in."
    ),
    "language_missing": _sentence(
        "The text in the language “{language}” is missing.", advice="Add it."
    ),
    "literal_error": _sentence(
        "“{value}” is not possible for “{name}”.", advice="Possible: {expected}."
    ),
    "enum": _sentence("“{value}” is not possible for “{name}”.", advice="Possible: {expected}."),
    "string_type": _sentence("“{name}” must be a text.", advice="Write a line of text."),
    "tuple_type": _sentence(
        "“{name}” must be a list.", advice="Write its items in [ ], or one a line after a dash."
    ),
    "list_type": _sentence(
        "“{name}” must be a list.", advice="Write its items in [ ], or one a line after a dash."
    ),
    "dict_type": _sentence("“{name}” must be a map.", advice="Write it as {{key: value}}."),
    "model_type": _sentence("“{name}” must be a map.", advice="Write it as {{key: value}}."),
}


OTHER = _sentence(
    "“{name}” does not fit here.", advice="Compare it with the description of the files."
)


def read_form(form: type[FormT], data: Data, *, file: str, frame: Frame) -> FormT:
    """The form filled from data.

    Raises:
        CatalogueErrors: one for each thing that does not fit, with the place of its key or value.
    """
    try:
        return form.model_validate(data, context=frame)
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = [_told(form, data, detail, file=file, frame=frame) for detail in details]
        raise CatalogueErrors(found) from error


def _told(
    form: type[BaseModel], data: Data, detail: ErrorDetails, *, file: str, frame: Frame
) -> CatalogueError:
    path = detail["loc"]
    context = {key: value for key, value in detail.get("ctx", {}).items() if key != "error"}
    value, at_key, at_value = follow(data, path)
    name = next((step for step in reversed(path) if isinstance(step, str)), "the file")
    if detail["type"] == "extra_forbidden":
        return _unknown_key(form, path, at_key, file=file)
    sentence, advice = SENTENCES.get(detail["type"], OTHER)
    place = _inner_place(value, str(context.get("language", context.get("word", ""))), at_value)
    return CatalogueError(
        sentence,
        advice=advice,
        code=_code(detail["type"]),
        file=file,
        line=place.line,
        column=place.column,
        **{
            "name": name,
            "value": str(value)[:60] if isinstance(value, str) else "",
            "languages": ", ".join(frame.languages),
            "form": "{" + ", ".join(f"{language}: ..." for language in frame.languages) + "}",
            "currency": frame.currency,
            **context,
            "expected": str(context.get("expected", "")).replace(" or ", ", ").replace("'", ""),
        },
    )


def _code(kind: str) -> str:
    return {
        "language_missing": "missing-translation",
        "text_empty": "missing-translation",
        "missing": "missing-key",
    }.get(kind, "bad-value")


def _inner_place(value: Data, word: str, fallback: Mark) -> Mark:
    return value.keys_at.get(word, fallback) if isinstance(value, Entries) else fallback


def _unknown_key(
    form: type[BaseModel], path: tuple[int | str, ...], place: Mark, *, file: str
) -> CatalogueError:
    wrong = str(path[-1])
    known = sorted(_keys(_form_at(form, path[:-1])))
    guess = nearest(wrong, known)
    return CatalogueError(
        "The key “{key}” is not known here.",
        advice="Did you mean “{nearest}”?" if guess else "Known here: {known}.",
        code="unknown-key",
        file=file,
        line=place.line,
        column=place.column,
        key=wrong,
        nearest=guess,
        known=", ".join(known),
    )


def _keys(form: type[BaseModel]) -> Iterator[str]:
    for name, field in form.model_fields.items():
        yield field.alias or name


def _form_at(form: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel]:
    for step in path:
        for name, field in form.model_fields.items():
            if step in {name, field.alias}:
                form = _form_in(field.annotation) or form
    return form


def _form_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_form_in(part) for part in get_args(annotation))
    return next((form for form in found if form is not None), None)
