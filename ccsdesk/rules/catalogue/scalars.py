"""Types of single values in catalogue files: ids, numbers, days, texts in all languages, money. All strict.

A wrong value raises a pydantic error whose type is a key of `forms.SENTENCES`; places are added there.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from ccsdesk.domain.question import Texts
from ccsdesk.rules.catalogue.marks import Data, Entries
from ccsdesk.rules.catalogue.values import Frame, day_of, quantity_of
from ccsdesk.text.setting import together

_IDENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z0-9]+(?:[_.]+[a-z0-9]+)*")


def frame_of(info: ValidationInfo) -> Frame:
    """The frame that a form is read in."""
    return info.context if isinstance(info.context, Frame) else Frame(())


def _wrong(kind: str, **context: object) -> PydanticCustomError:
    return PydanticCustomError(kind, kind, context)


def _id_like(pattern: re.Pattern[str], kind: str) -> BeforeValidator:
    def check(value: object) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value) or len(value) > 80:
            raise _wrong(kind)
        return str(value)

    return BeforeValidator(check)


def _whole(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,12}", value):
        raise _wrong("not_whole")
    return int(value)


def _number(value: object) -> Decimal:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", value):
        raise _wrong("not_number")
    return Decimal(value)


def _flag(value: object) -> bool:
    if value == "true":
        return True
    if value == "false":
        return False
    raise _wrong("not_flag")


def _day(value: object) -> date:
    day = day_of(value) if isinstance(value, str) else None
    if day is None:
        raise _wrong("not_day")
    return day


def _money(value: object, info: ValidationInfo) -> Decimal:
    currency = frame_of(info).currency
    found = quantity_of(value) if isinstance(value, str) else None
    if found is None or found.unit != currency or found.value < 0:
        raise _wrong("not_money", currency=currency)
    return found.value


def _percent(value: object) -> Decimal:
    found = quantity_of(value) if isinstance(value, str) else None
    if found is None or found.unit != "%" or not 0 <= found.value <= 1000:
        raise _wrong("not_percent")
    return found.value


def _days(value: object) -> int:
    found = quantity_of(value) if isinstance(value, str) else None
    if found is None or found.unit != "days" or found.value < 0 or found.value % 1:
        raise _wrong("not_days")
    return int(found.value)


def _line(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong("not_text")
    return str(value)


def _web(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s]+", value):
        raise _wrong("not_web")
    return str(value)


def _texts(value: object, info: ValidationInfo) -> Texts:
    if not isinstance(value, Entries):
        raise _wrong("not_texts")
    languages = frame_of(info).languages
    for name, text in value.items():
        if name not in languages:
            raise _wrong("comma_lost" if text is None else "not_language", word=name)
        if not isinstance(text, str) or not text.strip():
            raise _wrong("text_empty", language=name)
    for language in languages:
        if language not in value:
            raise _wrong("language_missing", language=language)
    return {language: together(str(value[language])) for language in languages}


def _words(value: object) -> object:
    """One word or a list of words."""
    return [value] if isinstance(value, str) else value


def _as_is(value: object) -> Data:
    return value  # type: ignore[return-value]


Ident: TypeAlias = Annotated[str, _id_like(_IDENT, "not_ident")]
Name: TypeAlias = Annotated[str, _id_like(_NAME, "not_name")]
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
Number: TypeAlias = Annotated[Decimal, BeforeValidator(_number)]
Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag)]
Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
Money: TypeAlias = Annotated[Decimal, BeforeValidator(_money)]
Percent: TypeAlias = Annotated[Decimal, BeforeValidator(_percent)]
Days: TypeAlias = Annotated[int, BeforeValidator(_days)]
Line: TypeAlias = Annotated[str, BeforeValidator(_line)]
Web: TypeAlias = Annotated[str, BeforeValidator(_web)]
Wording: TypeAlias = Annotated[dict[str, str], BeforeValidator(_texts)]
Words: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_words)]
Raw: TypeAlias = Annotated[object, PlainValidator(_as_is)]
"""Data that has a reader of its own: conditions, answers."""
