# The compiled half of wimple. Held against the module by `python -m mypy.stubtest wimple`.
import datetime
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal, final

from ._finders import Finder, Reader

__all__ = [
    "CATALOG_VERSION",
    "Engine",
    "EntityInfo",
    "Evidence",
    "Explanation",
    "Finding",
    "HtmlReport",
    "Operator",
    "Policy",
    "Recognizer",
    "Redacted",
    "Restored",
    "Session",
    "__version__",
    "analyze",
    "custom",
    "entities",
    "generalize",
    "hash",
    "keep",
    "label",
    "mask",
    "partial",
    "placeholder",
    "redact",
    "remove",
]

__version__: Final[str]
CATALOG_VERSION: Final[str]

@final
class Evidence:
    def __new__(
        cls,
        recognizer: str,
        check: str = "unknown",
        context: str = "none",
        claimed: bool = False,
        specimen: bool = False,
        alternatives: Iterable[str] = ...,
        twin: str | None = None,
    ) -> Evidence: ...
    @property
    def recognizer(self) -> str: ...
    @property
    def check(self) -> Literal["valid", "invalid", "unknown"]: ...
    @property
    def context(self) -> Literal["none", "before", "after", "field", "cue"]: ...
    @property
    def claimed(self) -> bool: ...
    @property
    def specimen(self) -> bool: ...
    @property
    def alternatives(self) -> tuple[str, ...]: ...
    @property
    def twin(self) -> str | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Finding:
    def __new__(
        cls,
        entity_type: str,
        category: str,
        start: int,
        end: int,
        score: float,
        evidence: Evidence | None = None,
    ) -> Finding: ...
    @property
    def entity_type(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def score(self) -> float: ...
    @property
    def evidence(self) -> Evidence: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Redacted:
    def __new__(cls, text: str, findings: Iterable[Finding], report: Mapping[str, Any] | str) -> Redacted: ...
    @property
    def text(self) -> str: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def report(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Restored:
    @property
    def text(self) -> str: ...
    @property
    def report(self) -> dict[str, int]: ...

@final
class Explanation:
    @property
    def text(self) -> str: ...
    def json(self) -> dict[str, Any]: ...

@final
class Operator:
    def __new__(cls, name: str, settings: Mapping[str, Any] | None = None) -> Operator: ...
    @property
    def name(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

def keep() -> Operator: ...
def remove() -> Operator: ...
def label() -> Operator: ...
def mask(
    keep_first: int = 0,
    keep_last: int = 0,
    character: str = "*",
    keep_separators: bool = True,
    length: int | None = None,
) -> Operator: ...
def partial(roles: Iterable[str] | None = None) -> Operator: ...
def hash() -> Operator: ...
def generalize(
    to: Literal["year", "month"] = "year",
    width: int = 10,
    decimals: int = 1,
    kind: Literal["age", "date", "postal_code", "ip_address", "coordinates", "amount"] | None = None,
) -> Operator: ...
def placeholder(restorable: bool = True) -> Operator: ...
def custom(callback: str) -> Operator: ...
@final
class Policy:
    def __new__(
        cls,
        rules: Mapping[str, Operator] | None = None,
        *,
        default: Operator | None = None,
        minimum_score: float | None = None,
        enable: Iterable[str] | None = None,
        disable: Iterable[str] | None = None,
        specimens: Literal["redact", "ignore"] | None = None,
        names: bool | None = None,
        allow: Iterable[str] | None = None,
        benign: Mapping[str, str] | None = None,
        recognizers: Iterable[Recognizer] | None = None,
    ) -> Policy: ...
    @classmethod
    def from_document(cls, document: str) -> Policy: ...
    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> Policy: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Recognizer:
    def __new__(cls, settings: Mapping[str, Any]) -> Recognizer: ...
    @staticmethod
    def regex(
        entity_type: str,
        pattern: str | Iterable[str],
        *,
        score: float | None = None,
        context: Iterable[str] | None = None,
        category: str | None = None,
        sensitivity: Literal["low", "medium", "high", "critical"] | None = None,
        name: str | None = None,
    ) -> Recognizer: ...
    @staticmethod
    def words(
        entity_type: str,
        terms: Iterable[str],
        *,
        score: float | None = None,
        context: Iterable[str] | None = None,
        category: str | None = None,
        sensitivity: Literal["low", "medium", "high", "critical"] | None = None,
        name: str | None = None,
    ) -> Recognizer: ...
    @staticmethod
    def template(
        entity_type: str,
        template: str,
        *,
        check: Literal["luhn", "gs1", "verhoeff", "mod11_2", "mod11_10", "mod97"] | None = None,
        score: float | None = None,
        context: Iterable[str] | None = None,
        category: str | None = None,
        sensitivity: Literal["low", "medium", "high", "critical"] | None = None,
        name: str | None = None,
    ) -> Recognizer: ...
    @staticmethod
    def callback(
        entity_type: str,
        *,
        score: float | None = None,
        context: Iterable[str] | None = None,
        category: str | None = None,
        sensitivity: Literal["low", "medium", "high", "critical"] | None = None,
        name: str | None = None,
    ) -> Recognizer: ...
    @property
    def entity_type(self) -> str: ...
    @property
    def kind(self) -> Literal["regex", "words", "template", "callback"]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Engine:
    def __new__(
        cls,
        policy: Policy | str | None = None,
        *,
        max_input: int | None = None,
        max_findings: int | None = None,
        hash_key: bytes | bytearray | None = None,
        custom: Mapping[str, Callable[[str, str], str]] | None = None,
        recognizers: Mapping[str, Finder] | None = None,
        models: Iterable[tuple[Iterable[str], Reader]] | None = None,
    ) -> Engine: ...
    def analyze(
        self,
        text: str,
        *,
        path: str | None = None,
        region: str | None = None,
        today: datetime.date | None = None,
    ) -> list[Finding]: ...
    def redact(
        self,
        text: str,
        *,
        path: str | None = None,
        region: str | None = None,
        today: datetime.date | None = None,
        role: str | None = None,
    ) -> Redacted: ...
    def analyze_many(self, texts: Iterable[str]) -> list[list[Finding]]: ...
    def redact_many(self, texts: Iterable[str]) -> list[Redacted]: ...
    def explain(
        self,
        text: str,
        *,
        path: str | None = None,
        region: str | None = None,
        today: datetime.date | None = None,
    ) -> Explanation: ...
    def session(self) -> Session: ...
    @property
    def policy(self) -> Policy: ...
    def entities(self) -> list[str]: ...
    def check(self) -> list[str]: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Session:
    def redact(
        self,
        text: str,
        *,
        path: str | None = None,
        region: str | None = None,
        today: datetime.date | None = None,
        role: str | None = None,
    ) -> Redacted: ...
    def analyze(
        self,
        text: str,
        *,
        path: str | None = None,
        region: str | None = None,
        today: datetime.date | None = None,
    ) -> list[Finding]: ...
    def restore(self, text: str, tolerance: Literal["tolerant", "exact"] = "tolerant") -> Restored: ...
    def __reduce__(self) -> Any: ...

@final
class HtmlReport:
    def __new__(cls, title: str | None = None, *, originals: bool = True) -> HtmlReport: ...
    def add(
        self, by: Engine | Session, text: str, *, note: str | None = None, conversation: str | None = None
    ) -> Redacted: ...
    def to_html(self) -> str: ...
    def __reduce__(self) -> Any: ...

@final
class EntityInfo:
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def about_check(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def sensitivity(self) -> Literal["low", "medium", "high", "critical"]: ...
    @property
    def score(self) -> float: ...
    @property
    def by_default(self) -> bool: ...
    @property
    def shape(self) -> str: ...
    @property
    def has_check(self) -> bool: ...
    @property
    def context(self) -> tuple[str, ...]: ...
    @property
    def cues(self) -> tuple[str, ...]: ...
    @property
    def finds(self) -> tuple[str, ...]: ...
    @property
    def skips(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    def to_text(self) -> str: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

def analyze(text: str, *, path: str | None = None, region: str | None = None) -> list[Finding]: ...
def redact(text: str, *, path: str | None = None, region: str | None = None) -> Redacted: ...
def entities() -> list[EntityInfo]: ...
