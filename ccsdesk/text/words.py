"""The object that speaks to a person: sentences, counts, dates, money, lists in one language.

A sentence is an English literal with named placeholders, which is also the key of its translation.
A language without translations still works: its catalogue speaks for itself, the program's own
sentences are English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal, localcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ccsdesk.domain.errors import CcsError, PlacedError
from ccsdesk.domain.question import Texts
from ccsdesk.text.collation import SortKey, sort_key
from ccsdesk.text.setting import NO_BREAK, together
from ccsdesk.text.tables import MONTHS, SHORT_MONTHS, SIGNS, UNITS, message

if TYPE_CHECKING:
    from gettext import NullTranslations

    from babel import Locale

DOMAIN = "ccsdesk"
ENGLISH = "en"
EXACT = Context(prec=64)
"""Room for every figure that anybody can type, with its decimals: without it a long number could not be said."""
_HERE = Path(__file__).resolve().parent


class Words:
    """Everything said in `language`.

    `first` is the catalogue's default language, used where a text lacks `language`.

    `locales` is the folder of translations; left out, the one that ships with the program.
    """

    def __init__(
        self, language: str, *, first: str | None = None, locales: Path | None = None
    ) -> None:
        self.language = language
        self.first = first
        self._locales = locales

    # sentences

    def say(self, sentence: str, /, **parameters: object) -> str:
        """The sentence, translated and filled in.

        Numbers and days among the parameters are written as in running text.
        """
        return self._fill(self._translations.gettext(sentence), parameters)

    def count(self, singular: str, plural: str, n: int, /, **parameters: object) -> str:
        """The form that fits `n`, which both literals may use as {n}."""
        chosen = self._translations.ngettext(singular, plural, n)
        return self._fill(chosen, {"n": self.number(n), **parameters})

    def error(self, error: CcsError) -> str:
        """What happened, where, and what to do, in one paragraph."""
        sentences = [error.message, error.advice] if error.advice else [error.message]
        said = " ".join(self.say(sentence, **error.parameters) for sentence in sentences)
        place = error.place if isinstance(error, PlacedError) else ""
        return f"{place}: {said}" if place else said

    def pick(self, texts: Texts) -> str:
        """The text in this language, else in the catalogue's first, else in any it has.

        "" if it has none.
        """
        for language in (self.language, self.first):
            if language is not None and texts.get(language):
                return texts[language]
        return next((text for text in texts.values() if text), "")

    # days

    def day(self, day: date, *, inline: bool = False) -> str:
        """As "15 March 2027"; `inline` is the form inside a sentence ("15. marca 2027")."""
        return self.say(
            "{day} {month} {year}",
            day=str(day.day),
            month=self.month(day.month, inline=inline),
            year=str(day.year),
        )

    def month(self, month: int, year: int | None = None, *, inline: bool = False) -> str:
        """The name of month 1 to 12, with the year where it is given."""
        name = MONTHS[month - 1]
        said = self._translations.pgettext("inside a sentence", name) if inline else self.say(name)
        return said if year is None else f"{said} {year}"

    def short_month(self, month: int) -> str:
        """Three letters for a narrow column."""
        return self.say(SHORT_MONTHS[month - 1])

    # numbers

    def number(self, value: Decimal | int) -> str:
        """With the separators of the language.

        As many decimals as the value has, no trailing zeros.
        """
        from babel.numbers import format_decimal

        with localcontext(EXACT):
            return format_decimal(_plain(value), format="#,##0.######", locale=self._locale)

    def money(self, amount: Decimal | int, currency: str = "EUR") -> str:
        """As "€5,000" or "5.000 €"; cents only where there are any."""
        from babel.numbers import format_currency

        value = _plain(amount)
        with localcontext(EXACT):
            if value == value.to_integral_value():
                said = format_currency(
                    value,
                    currency,
                    format=self._money_pattern,
                    locale=self._locale,
                    currency_digits=False,
                )
            else:
                said = format_currency(value, currency, locale=self._locale)
        said = said.replace("-", "\u2212")
        # a code in letters needs a space before the figures: "CHF 5,000"
        return re.sub(r"^([A-Z]+)(?=\d)", rf"\1{NO_BREAK}", said)

    def percent(self, value: Decimal | int) -> str:
        """Of a value in percent: "60%", "60 %"."""
        return together(self.say("{number}%", number=self.number(value)))

    def amount(self, value: Decimal | int, unit: str | None, currency: str = "EUR") -> str:
        """A value with its unit.

        The currency, %, a unit that can be counted, or any word of the catalogue.
        """
        if unit is None:
            return self.number(value)
        if unit == currency:
            return self.money(value, currency)
        if unit == "%":
            return self.percent(value)
        forms = UNITS.get(unit)
        if forms is None:
            return f"{self.number(value)} {SIGNS.get(unit, unit)}"
        plain = _plain(value)
        # a fraction takes the form of "three", as in "2,5 ure"
        whole = int(plain) if plain == plain.to_integral_value() else 3
        return self.count(*forms, whole, n=self.number(plain))

    def amounts(
        self, low: Decimal | int, high: Decimal | int, unit: str | None, currency: str = "EUR"
    ) -> str:
        """From one value to another; a sign that stands at its number is said with both ("€5 to €9")."""
        end = self.amount(high, unit, currency)
        is_close = not any(sign.isspace() for sign in end)
        start = self.amount(low, unit, currency) if is_close else self.number(low)
        return self.say("{low} to {high}", low=start, high=end)

    # lists and order

    def listing(self, items: Sequence[str], *, last: str = "and") -> str:
        """As "a, b and c"; with `last="or"` as "a, b or c".

        Semicolons where an item holds a comma or the joining word itself: "a; b and c", "a; or b or c".
        """
        if len(items) < 2:
            return "".join(items)
        pair = message("{start} or {end}") if last == "or" else message("{start} and {end}")
        joining = self.say(pair, start="", end="")
        if any(joining in item or ", " in item for item in items):
            if last != "or":
                return "; ".join(items)
            return "; ".join(items[:-1]) + self.say("; or ") + items[-1]
        return self.say(pair, start=", ".join(items[:-1]), end=items[-1])

    def sort_key(self, text: str) -> SortKey:
        """Alphabetical order of the language; see `ccsdesk.text.collation`."""
        return sort_key(text, self.language)

    def sorted(self, texts: Iterable[str]) -> list[str]:
        """In alphabetical order of the language."""
        return sorted(texts, key=self.sort_key)

    # behind the scenes

    @cached_property
    def _translations(self) -> NullTranslations:
        import struct
        from gettext import NullTranslations, translation

        folder = self._locales or _locales()
        try:
            return translation(DOMAIN, folder, languages=[self.language], fallback=True)
        except (OSError, ValueError, struct.error):
            # a damaged file is as good as none
            return NullTranslations()

    @cached_property
    def spoken(self) -> str:
        """The language of the program's own sentences.

        This one where it is translated, else English.
        """
        from gettext import GNUTranslations

        is_translated = isinstance(self._translations, GNUTranslations)
        return self.language if is_translated else ENGLISH

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale, UnknownLocaleError

        # en alone is American to Babel; amounts are the same, but the choice is made here once
        name = "en_GB" if self.spoken == ENGLISH else self.spoken
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            return Locale.parse("en_GB")

    @cached_property
    def _money_pattern(self) -> str:
        pattern = self._locale.currency_formats["standard"].pattern
        return str(pattern).split(";", maxsplit=1)[0].replace(".00", "")

    def _fill(self, template: str, parameters: Mapping[str, object]) -> str:
        if "{" not in template:
            return template
        return template.format_map({name: self._shown(value) for name, value in parameters.items()})

    def _shown(self, value: object) -> str:
        if isinstance(value, Decimal):
            return self.number(value)
        if isinstance(value, date):
            return self.day(value, inline=True)
        return str(value)


def _plain(value: Decimal | int) -> Decimal:
    return Decimal(value)


def _locales() -> Path:
    """In the wheel inside the package, in a checkout or bundle beside it."""
    inside = _HERE.parent / "_resources" / "locale"
    return inside if inside.is_dir() else _HERE.parents[1] / "resources" / "locale"
