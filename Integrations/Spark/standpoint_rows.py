"""Rows of statements and stances, made of the objects that `standpoint filter` answers with.

The columns are those of `statements.csv` and `stances.csv` (docs/data-dictionary.md), in their order, with the same
values: what is a number there is a number here, and an empty cell is None. Needs nothing but Python.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import Any, Iterator, Sequence

Row = dict[str, Any]
Span = Sequence[int]

#: Columns as (name, type), the types by their Spark names.
STATEMENT_PART = [
    (name, "string")
    for name in (
        "document_id date publication title url statement_id speaker_id speaker speaker_mention speaker_role "
        "speaker_type attribution statement_type claim_type modality cue statement"
    ).split()
]
PLACE_PART = [
    ("confidence", "double"), ("speaker_confidence", "double"), ("start", "int"), ("end", "int"), ("spans", "string"),
    ("paragraph", "int"), ("sentence", "int"), ("context", "string"),
]
STATEMENT_COLUMNS = [*STATEMENT_PART, ("parent", "string"), *PLACE_PART]
STANCE_COLUMNS = [
    *STATEMENT_PART,
    ("target_id", "string"), ("target", "string"), ("target_type", "string"), ("target_mention", "string"),
    ("stance", "string"), ("score", "double"), ("hits", "string"),
    *PLACE_PART, ("lexicon", "string"),
]

#: A pipeline's `min-speaker-confidence`, unless its file sets another.
MIN_SPEAKER_CONFIDENCE = 0.35

#: What joins the pieces of a span that has several.
GAP = " […] "


class Answer:
    """One line of `filter`: a document, or why there is none.

    Below `min_speaker_confidence` the rows name no speaker: rather nobody than the wrong person.
    """

    def __init__(self, line: str, min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE) -> None:
        self.line = line
        self.object: Row = json.loads(line)
        self.minimum = min_speaker_confidence

    @property
    def id(self) -> str | None:
        """The record's id; a number as it is written."""
        value = self.object.get("id")
        return value if value is None or isinstance(value, str) else json.dumps(value)

    @property
    def error(self) -> dict[str, str] | None:
        """`{"code", "message"}` of a record that failed. A key `error` of the user's own is none: there is a text."""
        return None if "text" in self.object else self.object["error"]

    def tables(self, document_id: str) -> tuple[list[Row], list[Row]]:
        """The rows of statements and of stances; `document_id` stands in each of them."""
        rows = {row["statement_id"]: row for row in self._statements(document_id)}
        return list(rows.values()), list(self._stances(rows))

    def _statements(self, document_id: str) -> Iterator[Row]:
        document = self.object
        blocks = _Spans([(block["start"], block["end"]) for block in document["blocks"]])
        sentences = _Spans(document["sentences"])
        for statement in document["statements"]:
            speaker = statement["speaker"]
            named = speaker if speaker and speaker["confidence"] >= self.minimum else {}
            speaker = speaker or {}
            content = statement["content"]
            first = content[0][0]
            sentence = sentences.index(first)
            yield {
                "document_id": document_id,
                "date": document["date"],
                "publication": document["site"],
                "title": document["title"],
                "url": document["url"],
                "statement_id": statement["id"],
                "speaker_id": named.get("id"),
                "speaker": named.get("name"),
                "speaker_mention": self._pieces(statement["source"]),
                "speaker_role": named.get("role"),
                "speaker_type": speaker.get("type"),
                "attribution": speaker.get("attribution"),
                "statement_type": statement["type"],
                "claim_type": statement["claim_type"],
                "modality": statement["modality"],
                "cue": self._pieces(statement["cue"]),
                "statement": self._pieces(content),
                "parent": statement["parent"],
                "confidence": statement["confidence"],
                "speaker_confidence": speaker.get("confidence"),
                "start": min(start for start, _ in content),
                "end": max(end for _, end in content),
                "spans": ";".join(f"{start}-{end}" for start, end in content),
                "paragraph": blocks.index(first),
                "sentence": sentence,
                "context": None if sentence is None else self._pieces([sentences.spans[sentence]]),
            }

    def _stances(self, statements: dict[str, Row]) -> Iterator[Row]:
        for stance in self.object["stances"]:
            target = stance["target"]
            row = dict(statements[stance["statement"]])
            row.update(
                target_id=target["id"],
                target=target["name"],
                target_type=target["type"],
                target_mention=self._pieces(target["mentions"][:1]),
                stance=stance["stance"],
                score=stance["score"],
                hits=";".join(
                    f"{hit['term']}:{hit['contribution']:.4f}@{hit['start']}-{hit['end']}" for hit in stance["hits"]
                ),
                lexicon=stance["lexicon"],
            )
            yield {name: row[name] for name, _ in STANCE_COLUMNS}

    def _pieces(self, spans: Sequence[Span]) -> str | None:
        text = self.object["text"]
        if len(spans) == 1:
            return text[spans[0][0] : spans[0][1]]
        return GAP.join([text[start:end] for start, end in spans]) if spans else None


class _Spans:
    """Spans in text order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.starts = [start for start, _ in spans]

    def index(self, offset: int) -> int | None:
        """Index of the span that holds the offset."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.spans[index][1] else None
