"""The nouns as plain JSON values and back: field names are the nouns' own, dates are ISO 8601 strings."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar, get_args, get_origin

from timeline.calendar_time.values import parse_day
from timeline.errors import ValueSyntaxError
from timeline.model import Event

T = TypeVar("T")


def to_record(noun: Any) -> Any:
    """A noun as dicts, lists, strings, numbers and None.

    >>> from timeline.model import Place
    >>> to_record(Place("Singapore", "SGP", "country"))
    {'name': 'Singapore', 'id': 'SGP', 'kind': 'country'}
    """
    if dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        return {field.name: to_record(getattr(noun, field.name)) for field in dataclasses.fields(noun)}
    if isinstance(noun, (list, tuple)):
        return [to_record(part) for part in noun]
    return noun.isoformat() if isinstance(noun, date) else noun


def from_record(kind: type[T], record: Mapping[str, Any]) -> T:
    """The noun `kind` of a record. Raises ValueSyntaxError, naming the field, where it does not fit."""
    hints = typing.get_type_hints(kind)
    known = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for name, value in record.items():
        if name in known:
            values[name] = _read(hints[name], value, f"{kind.__name__}.{name}")
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueSyntaxError(f"{kind.__name__}: {str(error).split('()', 1)[-1].strip()}") from None


def _read(hint: Any, value: Any, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return None if value is None or value == "" else _read(options[0], value, where)
    if origin is typing.Literal:
        if value not in get_args(hint):
            raise ValueSyntaxError(f"{where}: {value!r} is none of {', '.join(map(str, get_args(hint)))}")
        return value
    if origin is tuple:
        inner = get_args(hint)
        if not isinstance(value, list):
            raise ValueSyntaxError(f"{where}: expected a list, found {value!r}")
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_read(inner[0], part, where) for part in value)
        return tuple(_read(kind, part, where) for kind, part in zip(inner, value, strict=True))
    if hint is date:
        return parse_day(str(value))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, Mapping):
            raise ValueSyntaxError(f"{where}: expected an object, found {value!r}")
        return from_record(hint, value)
    if hint is float and isinstance(value, (int, float)):
        return float(value)
    if hint in (str, int) and not isinstance(value, hint):
        raise ValueSyntaxError(f"{where}: expected {hint.__name__}, found {value!r}")
    return value


def event_from_record(record: Mapping[str, Any]) -> Event:
    """An Event of what `to_record` wrote. Raises ValueSyntaxError."""
    return from_record(Event, record)
